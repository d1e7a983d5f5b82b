import type { Problem } from "../problem.js";

/** Codes have at most twelve bits. */
const MAX_CODES = 4_096;
export const MAX_COLOURS = 256;

interface Palette {
  /** Number of colours in the table that applies. */
  colours?: number;
  /** The transparent index, if there is one. It may lie outside the table. */
  transparent?: number | undefined;
}

/**
 * Walks the LZW codes of one GIF frame and counts their pixels, which takes a tenth of the time of drawing them. `data`: the code
 * size, then the chain of blocks. Stops as soon as there are enough: what follows is ignored, as in every decoder. A colour that
 * is not in the table is black in one browser, another colour in the second, and transparent in the third.
 */
export function walkLzw(
  data: Uint8Array,
  pixels: number,
  { colours = MAX_COLOURS, transparent }: Palette = {},
): Problem | undefined {
  const codeSize = data[0] ?? 0;
  if (codeSize < 1 || codeSize > 11) return { kind: "damaged", why: `its pixels are coded in ${codeSize} bits` };
  const clear = 1 << codeSize;
  const lengths = new Uint16Array(MAX_CODES + 1).fill(1, 0, clear);
  let next = clear + 2;
  let size = codeSize + 1;
  let previous = 0;
  let count = 0;
  let bits = 0;
  let held = 0;
  let at = 1;
  for (let left = data[at++] ?? 0; left > 0; left = data[at++] ?? 0) {
    for (const end = Math.min(at + left, data.length); at < end; at++) {
      held |= (data[at] ?? 0) << bits;
      bits += 8;
      while (bits >= size) {
        const code = held & ((1 << size) - 1);
        held >>>= size;
        bits -= size;
        if (code === clear) {
          next = clear + 2;
          size = codeSize + 1;
          previous = 0;
          continue;
        }
        if (code === clear + 1) return short(count, pixels);
        if (
          code > next ||
          (code === next && (previous === 0 || next >= MAX_CODES)) ||
          (previous === 0 && code > clear)
        ) {
          return { kind: "damaged", why: "its pixels are coded with codes that were never defined" };
        }
        // Every index occurs alone before it occurs as part of a string.
        if (code >= colours && code < clear && code !== transparent)
          return { kind: "damaged", why: `it asks for colour ${code} of ${colours}` };
        const length = code === next ? previous + 1 : (lengths[code] ?? 0);
        count += length;
        if (count >= pixels) return undefined;
        if (previous > 0 && next < MAX_CODES) {
          lengths[next++] = previous + 1;
          if (next === 1 << size && size < 12) size++;
        }
        previous = length;
      }
    }
  }
  return short(count, pixels);
}

const short = (count: number, pixels: number): Problem | undefined =>
  count >= pixels ? undefined : { kind: "truncated", why: `it holds ${count} of its ${pixels} pixels` };
