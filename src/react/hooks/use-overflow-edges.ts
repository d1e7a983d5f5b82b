import type { RefObject } from "react";
import { useEffect, useState } from "react";

export interface OverflowEdges {
  /** There is more before the visible part, in the direction of the text. */
  moreBefore: boolean;
  moreAfter: boolean;
}

const NONE: OverflowEdges = { moreBefore: false, moreAfter: false };

/** At which ends a line of `count` images continues out of sight. Checked after each scroll and resize while `isWanted`. */
export function useOverflowEdges(
  lineRef: RefObject<HTMLElement | null>,
  isWanted: boolean,
  count: number,
): OverflowEdges {
  const [edges, setEdges] = useState(NONE);
  useEffect(() => {
    const line = lineRef.current;
    if (!line || !isWanted) return undefined;
    const look = () => {
      // In a right-to-left page scroll positions are negative.
      const before = Math.abs(line.scrollLeft);
      const after = line.scrollWidth - line.clientWidth - before;
      const now = { moreBefore: before > 1, moreAfter: after > 1 };
      setEdges((was) => (was.moreBefore === now.moreBefore && was.moreAfter === now.moreAfter ? was : now));
    };
    look();
    line.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(line);
    return () => {
      line.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [lineRef, isWanted, count]);
  return isWanted ? edges : NONE;
}
