/** The attempts made when an image is over its byte limit. Pure. */
import type { PrepareSettings } from "../shared/settings.js";
import type { Size } from "../shared/types.js";

/** One way of making an image smaller when it is over its byte limit. `scale` is a fraction of the planned sides. */
export interface Attempt {
  quality: number;
  scale: number;
}

/** Quality is lowered first, since it is noticed least; below 0.4 JPEG blocks are worse than fewer pixels. */
const SMALLER: readonly Attempt[] = [
  { quality: 0.75, scale: 1 },
  { quality: 0.6, scale: 1 },
  { quality: 0.45, scale: 1 },
  { quality: 0.45, scale: 0.7 },
  { quality: 0.45, scale: 0.5 },
];

/** The planned encode, then smaller and smaller ones. PNG is lossless: only its sides can shrink. */
export function attemptsFor(settings: PrepareSettings): readonly [Attempt, ...Attempt[]] {
  const planned = { quality: settings.quality, scale: 1 };
  const lossless = settings.mediaType === "image/png";
  return [planned, ...SMALLER.filter(({ quality, scale }) => (lossless ? scale < 1 : quality < settings.quality))];
}

export function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
