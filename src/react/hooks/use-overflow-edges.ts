import type { RefObject } from "react";
import { useEffect, useState } from "react";
import type { Axis } from "./arrow-keys.js";
import { observeSize } from "./observe-size.js";

export interface OverflowEdges {
  /** There is more before the visible part, in the direction of the text. */
  moreBefore: boolean;
  moreAfter: boolean;
}

const NONE: OverflowEdges = { moreBefore: false, moreAfter: false };

/** At which ends a line or column of `count` images continues out of sight. Checked after each scroll and resize if there is an axis. */
export function useOverflowEdges(
  lineRef: RefObject<HTMLElement | null>,
  axis: Axis | undefined,
  count: number,
): OverflowEdges {
  const [edges, setEdges] = useState(NONE);
  useEffect(() => {
    const line = lineRef.current;
    if (!line || !axis) return undefined;
    const look = () => {
      // In a right-to-left page scroll positions are negative.
      const before = axis === "inline" ? Math.abs(line.scrollLeft) : line.scrollTop;
      const after =
        (axis === "inline" ? line.scrollWidth - line.clientWidth : line.scrollHeight - line.clientHeight) - before;
      const now = { moreBefore: before > 1, moreAfter: after > 1 };
      setEdges((was) => (was.moreBefore === now.moreBefore && was.moreAfter === now.moreAfter ? was : now));
    };
    look();
    line.addEventListener("scroll", look, { passive: true });
    const unobserve = observeSize(line, look);
    return () => {
      line.removeEventListener("scroll", look);
      unobserve();
    };
  }, [lineRef, axis, count]);
  return axis ? edges : NONE;
}
