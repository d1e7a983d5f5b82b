import { useEffect, useState } from "react";

/** Rendering 500 rows in one task took 51 ms, 32 of them about 4 (Chromium 156, 2 cores, `npm run bench:scale`). */
const ROWS_A_TASK = 32;

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
