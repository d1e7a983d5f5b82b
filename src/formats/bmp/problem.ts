import { type BmpHeader, readBmpHeader } from "./header.js";
import type { ByteReader } from "../byte-reader.js";
import type { Problem } from "../problem.js";

/** Windows headers; any other size is OS/2's second edition, where the numbers mean other things. */
const WINDOWS_HEADERS: ReadonlySet<number> = new Set([40, 52, 56, 108, 124]);

/** Bits per pixel, by kind of compression. */
const PLAIN_DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16, 24, 32]);
const RLE8 = 1;
const RLE4 = 2;

/** Judged by the header. The runs of run-length coded files are walked, which is quick: they are small. */
export async function bmpProblem(reader: ByteReader): Promise<Problem | undefined> {
  const header = await readBmpHeader(reader);
  if (!header) return undefined;
  const kind = kindOf(header);
  if (kind === "unsupported")
    return { kind, why: `it is compressed in a way that few programs read (${header.compression})` };
  if (kind === "damaged")
    return { kind, why: `${header.bitsPerPixel} bits a pixel do not go with its compression (${header.compression})` };
  if (kind === "plain") return undefined;
  const data = await reader.read(header.pixelsStart, Math.max(0, reader.size - header.pixelsStart));
  return walkRuns(data, header, kind === "rle4");
}

/** WebKitGTK's process crashes on an OS/2 bitmap in RLE24: kinds that only OS/2 knew are rejected. */
export function kindOf({
  headerBytes,
  compression,
  bitsPerPixel,
}: BmpHeader): "plain" | "rle8" | "rle4" | "unsupported" | "damaged" {
  const isWindows = WINDOWS_HEADERS.has(headerBytes);
  if (compression === 0) return PLAIN_DEPTHS.has(bitsPerPixel) ? "plain" : "damaged";
  if (compression === RLE8) return bitsPerPixel === 8 ? "rle8" : "damaged";
  if (compression === RLE4) return bitsPerPixel === 4 ? "rle4" : "damaged";
  if (isWindows && (compression === 3 || compression === 6))
    return bitsPerPixel === 16 || bitsPerPixel === 32 ? "plain" : "damaged";
  return compression <= 5 ? "unsupported" : "damaged";
}

/** Rows may end early, and so may the picture: what is left out is transparent. But runs must not leave the picture. */
export function walkRuns(
  data: Uint8Array,
  { width, height }: { width: number; height: number },
  isNibbles: boolean,
): Problem | undefined {
  const outside: Problem = { kind: "damaged", why: "its runs of pixels leave the picture" };
  // Some writers of 4-bit pixels round an odd row up to an even one.
  const rowEnd = isNibbles ? width + (width & 1) : width;
  let [x, y, at, drawn] = [0, 0, 0, 0];
  while (at + 1 < data.length) {
    const count = data[at] ?? 0;
    const code = data[at + 1] ?? 0;
    at += 2;
    if (count > 0 || code > 2) {
      const run = count || code;
      if (y >= height || x + run > rowEnd) return outside;
      x += run;
      drawn += run;
      // Literal pixels, padded to an even number of bytes.
      if (count === 0) at += Math.ceil((isNibbles ? Math.ceil(code / 2) : code) / 2) * 2;
    } else if (code === 1) {
      return drawn > 0 ? undefined : { kind: "truncated", why: "it holds no pixel" };
    } else if (code === 2) {
      x += data[at] ?? 0;
      y += data[at + 1] ?? 0;
      at += 2;
      if (x > width || y > height) return outside;
    } else {
      x = 0;
      y++;
    }
  }
  // It may still be complete without an end marker.
  return y >= height || (y === height - 1 && x >= width)
    ? undefined
    : { kind: "truncated", why: `it holds ${y} of its ${height} rows` };
}
