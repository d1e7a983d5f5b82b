import type { RefObject } from "react";
import { useState } from "react";
import { INTERACTIVE } from "../drop/event-path.js";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.js";

/**
 * Whether there is a control in the root, as of the last render: assistive technology reads nothing inside a button, so a root that
 * holds controls cannot be one. Not looked for while `wanted` is false.
 */
export function useHoldsControl(rootRef: RefObject<Element | null>, wanted: RefObject<boolean>): boolean {
  const [holds, setHolds] = useState(false);
  useIsomorphicLayoutEffect(() => {
    const now = wanted.current && Boolean(rootRef.current?.querySelector(`:is(${INTERACTIVE}):not([hidden])`));
    // Setting the same value again may render the component once more.
    if (now !== holds) setHolds(now);
  });
  return holds;
}
