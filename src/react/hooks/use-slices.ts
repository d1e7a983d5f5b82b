import { useEffect, useState } from "react";

/** Rows that are drawn for the first time in one go: about 5 ms of script, style and layout on a slow laptop. */
const SLICE_ROWS = 8;

/**
 * How many of `total` rows to draw now. Few new ones are drawn at once; of many, each task draws a slice, and the page can
 * answer its person in between.
 */
export function useSlices(total: number): number {
  const [drawn, setDrawn] = useState(0);
  const shown = Math.min(total, drawn + SLICE_ROWS);
  // Not after each single one: that would draw the list twice an image.
  const isDue = shown < total || total < drawn || shown - drawn > SLICE_ROWS / 2;
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => setDrawn(shown));
    return () => clearTimeout(timer);
  }, [isDue, shown]);
  return shown;
}
