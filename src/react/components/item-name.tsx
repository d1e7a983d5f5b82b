import { splitName } from "../text/split-name.js";
import { dataAttributes } from "./data-attributes.js";

/** The name, in its own direction. If there is no room for all of it, the middle is left out and the extension stays. */
export function ItemName({ label }: { label: string }) {
  const { head, tail } = splitName(label);
  return (
    <span {...dataAttributes("item-name", {})} title={label}>
      <bdi>
        {tail === "" ? (
          head
        ) : (
          <>
            <span {...dataAttributes("name-head", {})}>{head}</span>
            <span {...dataAttributes("name-tail", {})}>{tail}</span>
          </>
        )}
      </bdi>
    </span>
  );
}
