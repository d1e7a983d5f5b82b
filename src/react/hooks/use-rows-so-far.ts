import { useEffect, useState } from "react";

/**
 * Rendering 500 rows in one task took 51 ms, 32 of them about 4 (Chromium 156, 2 cores, `npm run bench:scale`). Firefox is slower: while 60
 * prepared images were restored, its longest step was 22 ms with 32 rows a task, and 16 with 8 (median of 8, Firefox 153, a busy machine).
 */
const ROWS_A_TASK = 8;

/** How many of `total` rows to render now: each task adds some, so that the page can respond in between. */
export function useRowsSoFar(total: number): number {
  const [most, setMost] = useState(ROWS_A_TASK);
  const isDue = most < total;
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => setMost(most + ROWS_A_TASK));
    return () => clearTimeout(timer);
  }, [isDue, most]);
  return Math.min(most, total);
}
