import type { CSSProperties } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { percentOf, uploadOf } from "../text/describe-item.js";
import { labelOf } from "../text/item-label.js";
import { dataAttributes } from "./data-attributes.js";
import { useRowContext } from "./row-context.js";

/** The progress of an image or its upload. Renders nothing for one that waits or is done. */
export function ItemProgress({ item }: { item: ImageItem }) {
  const { messages } = useRowContext();
  const upload = uploadOf(item);
  if (item.status === "working") return <Progress label={messages.progressLabel(labelOf(item, messages), item.step)} />;
  if (upload?.status !== "uploading") return null;
  return <Progress label={messages.uploadLabel(labelOf(item, messages))} percent={percentOf(upload)} />;
}

/** Without `percent` the progress is unknown: a bar then runs from side to side, a ring turns, and no value is announced. */
function Progress({ label, percent }: { label: string; percent?: number | undefined }) {
  const determinate = percent !== undefined;
  const style = useClientStyle({ "--vd-percent": `${percent}%` } as CSSProperties);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an indeterminate <progress> cannot be styled in every browser
    <span
      {...dataAttributes("progress", { determinate })}
      role="progressbar"
      aria-label={label}
      {...(determinate && {
        "aria-valuemin": 0,
        "aria-valuenow": percent,
        "aria-valuemax": 100,
        style,
      })}
    />
  );
}
