/**
 * The visible difference of a JPEG from its original: butteraugli's 3-norm, on four photos at 640x480 (`npm run bench:curve`,
 * 2026-11-30). For screens it is 1.3 times as large at each quality, so equal quality is an equal loss for both.
 */
const SEEN: readonly (readonly [quality: number, distance: number])[] = [
  [0.5, 1.377],
  [0.6, 1.216],
  [0.7, 1.065],
  [0.85, 0.778],
  [0.9, 0.64],
  [1, 0],
];

/** The qualities from 1 to the lowest, in steps that look equal. */
export function evenQualities(steps: number): readonly number[] {
  const most = SEEN[0]![1];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const distance = (step / steps) * most;
    const at = Math.max(
      1,
      SEEN.findIndex((one) => one[1] <= distance),
    );
    const [[quality, seen], [better, less]] = [SEEN[at - 1]!, SEEN[at]!];
    return quality + ((seen - distance) / (seen - less)) * (better - quality);
  });
}
