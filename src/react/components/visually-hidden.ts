import type { CSSProperties } from "react";

/**
 * Set by script, so that the component works without its stylesheet; styles.css repeats it for the status and the form's
 * stand-in, for pages from a server that are not hydrated yet. Not `display: none`, which would hide it from screen readers too.
 */
export const visuallyHidden: CSSProperties = {
  position: "absolute",
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
};
