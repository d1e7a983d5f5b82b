/** Chooses at how many eighths of its size a JPEG is decoded, and maps the sizes accordingly. */
import type { EncodeJob } from "../encode-job.js";
import type { Size } from "../../shared/types.js";
import { swapped } from "../orientation.js";
import type { Axes } from "../resample/canvas-rows.js";

/**
 * The least samples decoded per target pixel. Compared with Lanczos on the whole picture: 62 to 66 dB at 1.9, 60 to 64 dB at 1.5,
 * where fine patterns also show one and a half times the moire of Pillow. At 1.9 there is no more than Pillow's.
 */
const LEAST_OVERSAMPLING = { busy: 1.9, plain: 1.5 };

/**
 * Fine detail takes bytes in a JPEG: a file with few bytes per pixel cannot have much of it. Photos of 9 to 42 megapixels have
 * 0.1 to 0.4 bytes a pixel, a zone plate 0.5 and more; 0.02 to 0.06 dB were lost below 0.3 at 1.5, and 0.2 at 0.34.
 */
const BUSY_BYTES_PER_PIXEL = 0.3;

/** The smallest number of eighths that leaves enough samples for a file of `bytes`; 8 if only the whole picture does. */
export function eighthsFor(stored: Size, target: Size, bytes: number): number {
  const isBusy = bytes / (stored.width * stored.height) > BUSY_BYTES_PER_PIXEL;
  const oversampling = isBusy ? LEAST_OVERSAMPLING.busy : LEAST_OVERSAMPLING.plain;
  const least = oversampling * Math.max(target.width / stored.width, target.height / stored.height);
  return Math.min(8, Math.max(1, Math.ceil(least * 8)));
}

/** Where a picture of size `stored` lies in the decoded pixels. */
export function scaledAxes(decoded: Size, stored: Size, eighths: number): Axes {
  return {
    across: { length: decoded.width, span: (stored.width * eighths) / 8 },
    down: { length: decoded.height, span: (stored.height * eighths) / 8 },
  };
}

/** Source and target, oriented as in the file. */
export function storedSizes({ source, target }: EncodeJob): [stored: Size, target: Size] {
  return source.orientation >= 5 ? [swapped(source), swapped(target)] : [source, target];
}
