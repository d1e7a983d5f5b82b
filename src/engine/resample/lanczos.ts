/**
 * One pass of a separable resize over RGBA bytes, rounded as Pillow's 8-bit path rounds. It writes its result turned on
 * its side, so that the same loop run twice does rows and then columns, and both times reads memory in the order it lies.
 * Colours must be premultiplied where there is alpha. Pure: bytes in, bytes out.
 */
import { type Kernel, WEIGHT_BITS } from "./kernel.js";

export interface LinesPass {
  kernel: Kernel;
  source: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels in one line of `source`. */
  sourceLength: number;
  /** How many lines of `source` are to be done. */
  lines: number;
  /** Column by column: target pixel `x` of line `y` lands at `x * intoLength + y`. */
  into: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels in one line of `into`: all lines of the picture, which may come here in bands. */
  intoLength: number;
  /** Where the first of `lines` stands in the whole picture. */
  firstLine: number;
  /** Without alpha a quarter of the work falls away. */
  alpha: boolean;
}

/** Adding half before the shift rounds; storing into a clamped array clips what the negative lobes overshoot. */
const HALF = 1 << (WEIGHT_BITS - 1);
const OPAQUE = 255 << WEIGHT_BITS;

/** Resizes each line to `kernel.starts.length` pixels. A pixel is read as one word: every engine is little-endian. */
export function resizeLines(pass: LinesPass): void {
  const { kernel, source, sourceLength, lines, into, intoLength, firstLine, alpha } = pass;
  const { taps, starts, counts, weights } = kernel;
  const pixels = new Int32Array(source.buffer, source.byteOffset, source.length >> 2);
  const length = starts.length;
  for (let line = 0; line < lines; line++) {
    let out = (firstLine + line) * 4;
    for (let x = 0; x < length; x++, out += intoLength * 4) {
      const first = line * sourceLength + starts[x]!;
      const firstTap = x * taps;
      const end = firstTap + counts[x]!;
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      for (let tap = firstTap, at = first; tap < end; tap++, at++) {
        const weight = weights[tap]!;
        const pixel = pixels[at]!;
        red = (red + Math.imul(pixel & 255, weight)) | 0;
        green = (green + Math.imul((pixel >> 8) & 255, weight)) | 0;
        blue = (blue + Math.imul((pixel >> 16) & 255, weight)) | 0;
      }
      let cover = alpha ? HALF : OPAQUE;
      if (alpha) {
        for (let tap = firstTap, at = first; tap < end; tap++, at++) {
          cover = (cover + Math.imul(pixels[at]! >>> 24, weights[tap]!)) | 0;
        }
      }
      into[out] = red >> WEIGHT_BITS;
      into[out + 1] = green >> WEIGHT_BITS;
      into[out + 2] = blue >> WEIGHT_BITS;
      into[out + 3] = cover >> WEIGHT_BITS;
    }
  }
}
