import type { HTMLAttributes } from "react";
import { memo, useMemo, useRef } from "react";
import type { RejectedItem } from "../../queue/types.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { useOverflowEdges } from "../hooks/use-overflow-edges.js";
import { useRovingFocus } from "../hooks/use-roving-focus.js";
import { useRowsSoFar } from "../hooks/use-rows-so-far.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import type { Drawn } from "./drawn.js";
import { DropzoneItem } from "./dropzone-item.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { useRowContext } from "./row-context.js";
import { RowPlaceContext } from "./row-place.js";

/** Props of `VisionDropzone.Rejected`; they go to its element, a `div`. */
export type DropzoneRejectedProps = Omit<HTMLAttributes<HTMLDivElement>, "children">;

/**
 * The rejected files, apart from those that are sent: how many, why, and buttons to try again and to dismiss. One Tab stop, like
 * the list, which does not show them while this part is mounted. Renders nothing while no file is rejected.
 */
export function DropzoneRejected({ draw = (own) => own, ...props }: DropzoneRejectedProps & Drawn) {
  const { dropzone, messages, registerRejected } = useDropzoneContext();
  const { disabled } = useRowContext();
  const actions = useRowActions();
  const { items } = dropzone;
  const ref = useRef<HTMLDivElement>(null);
  const rejected = useMemo(() => items.filter((item) => item.status === "rejected"), [items]);
  const roving = useRovingFocus(ref, "block", rejected);
  const listRef = useRef<HTMLUListElement>(null);
  const edges = useOverflowEdges(listRef, "block", rejected.length);
  useIsomorphicLayoutEffect(registerRejected, [registerRejected]);
  if (rejected.length === 0) return null;
  const text = messages.rejected(rejected.length, items.length);
  return draw(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the buttons inside it
    <div
      ref={ref}
      {...dataAttributes("rejected", {})}
      role="group"
      aria-label={text}
      {...props}
      onFocus={composeHandlers(props.onFocus, roving.onFocus)}
      onKeyDown={composeHandlers(props.onKeyDown, roving.onKeyDown)}
    >
      <span {...dataAttributes("rejected-text", {})}>
        <bdi>{text}</bdi>
      </span>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets */}
      <ul ref={listRef} {...dataAttributes("rejected-list", { ...edges })} role="list" aria-label={text}>
        <Entries items={rejected} />
      </ul>
      {rejected.length > 1 && (
        <button
          {...dataAttributes("rejected-action", { action: "remove" })}
          type="button"
          tabIndex={-1}
          disabled={disabled}
          onClick={() => actions.removeEach(rejected)}
        >
          {messages.dismissAll}
        </button>
      )}
    </div>,
  );
}

/** Memoized: a keystroke in the app's text box does not render it. */
const Entries = /* @__PURE__ */ memo(function Entries({ items }: { items: readonly RejectedItem[] }) {
  const count = useRowsSoFar(items.length);
  return items.slice(0, count).map((item) => <Entry key={item.id} item={item} />);
});

const Entry = /* @__PURE__ */ memo(function Entry({ item }: { item: RejectedItem }) {
  return (
    <RowPlaceContext.Provider value="only">
      <DropzoneItem item={item} />
    </RowPlaceContext.Provider>
  );
});
