import type { CSSProperties } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useClientStyle } from "../hooks/use-client-style.js";

/** How far one image is. Without `percent` it is not known: the bar then runs from side to side, and no value is spoken. */
export function ItemProgress({ label, percent }: { label: string; percent?: number | undefined }) {
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
