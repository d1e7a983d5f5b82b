import type { CSSProperties } from "react";

/**
 * Written by script, so that the component is right without its stylesheet; styles.css repeats it for `[data-vd-status]`, until a page
 * from a server is hydrated. Not `display: none`: that would silence it.
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
