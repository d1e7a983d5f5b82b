/** A decoded picture that is read a few rows at a time, so that it is never in memory twice. */
import type { Axis } from "./weights.js";

export interface PixelRows {
  across: Axis;
  down: Axis;
  /** BGRA rather than RGBA. */
  swap: boolean;
  /** `none`: nothing is transparent, whatever the fourth bytes are. */
  alpha: "none" | "straight" | "premultiplied";
  /** Levels by which the rows are brighter than the picture, on average. @default 0 */
  excess?: number | undefined;
  /** Reading one piece costs as much as reading all of them together. */
  inOnePiece?: boolean;
  /** Copies rows `first` to `first + count` to the beginning of `into`. `first` is even: YUV frames have rows in pairs. */
  read: (first: number, count: number, into: Uint8ClampedArray<ArrayBuffer>) => Promise<void> | void;
}
