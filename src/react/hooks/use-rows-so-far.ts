import { useEffect, useState } from "react";

/** Rendering 500 rows in one task blocks the page for 51 ms, 64 of them for about 7 (Chromium 156, 2 cores, `npm run bench:scale`). */
const ROWS_A_TASK = 64;

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
