import type { CSSProperties } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { percentOf, uploadOf } from "../text/describe-item.js";
import type { DropzoneMessages } from "../text/messages.js";
import { labelOf } from "../text/item-label.js";
import { dataAttributes } from "./data-attributes.js";
import { useRowContext } from "./row-context.js";

/** The progress of an image or its upload. Renders nothing for one that waits or is done. */
export function ItemProgress({ item }: { item: ImageItem }) {
  const progress = progressOf(item, useRowContext().messages);
  return progress && <Progress {...progress} />;
}

interface ProgressProps {
  label: string;
  percent?: number | undefined;
}

export function progressOf(item: ImageItem, messages: DropzoneMessages): ProgressProps | undefined {
  const upload = uploadOf(item);
  if (item.status === "working") return { label: messages.progressLabel(labelOf(item, messages), item.step) };
  if (upload?.status !== "uploading") return undefined;
  return { label: messages.uploadLabel(labelOf(item, messages)), percent: percentOf(upload) };
}

/** Without `percent` the progress is unknown: a bar then runs from side to side, a ring turns, and no value is announced. */
export function Progress({ label, percent }: ProgressProps) {
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
