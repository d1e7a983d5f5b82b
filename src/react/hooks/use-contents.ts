import type { RefObject } from "react";
import { useState } from "react";
import { INTERACTIVE } from "../drop/event-path.js";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.js";

/** `controls`: links, buttons, text boxes and the like, among anything else. */
export type Contents = "nothing" | "text" | "controls";

function contentsOf(root: Element): Contents {
  if (root.querySelector(`:is(${INTERACTIVE}):not([hidden])`)) return "controls";
  return root.textContent.trim() === "" ? "nothing" : "text";
}

/** What is in the root, as of the last render. "nothing" while `wanted` is false. */
export function useContents(rootRef: RefObject<Element | null>, wanted: RefObject<boolean>): Contents {
  const [contents, setContents] = useState<Contents>("nothing");
  useIsomorphicLayoutEffect(() => {
    const now = wanted.current && rootRef.current ? contentsOf(rootRef.current) : "nothing";
    // Setting the same value again may render the component once more.
    if (now !== contents) setContents(now);
  });
  return contents;
}
