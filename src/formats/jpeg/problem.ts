import type { ByteReader } from "../byte-reader.js";
import { u16be } from "../bytes.js";
import { headerSegments, isSof } from "./markers.js";
import { sizeProblem } from "../size-problem.js";
import type { Problem } from "../problem.js";

/** SOF0 to SOF2. Arithmetic coding has no least number of bits. */
const LAST_HUFFMAN_FRAME = 0xc2;

/**
 * A Huffman code has at least one bit, and each block of 64 pixels at least one code, for its mean: 512 pixels a byte. Twice that
 * is allowed, since no component needs a block for each.
 */
const MOST_PIXELS_PER_BYTE = 1_024;

/** Decoders fill in what is missing with grey, and allocate it: WebKitGTK 1.2 GB for four kilobytes. */
export async function jpegProblem(reader: ByteReader): Promise<Problem | undefined> {
  for await (const { marker, start, end } of headerSegments(reader)) {
    if (!isSof(marker)) continue;
    if (marker > LAST_HUFFMAN_FRAME) return undefined;
    const frame = await reader.read(start, 5);
    const size = { width: u16be(frame, 3), height: u16be(frame, 1) };
    return sizeProblem(size, reader.size - end, (size.width * size.height) / MOST_PIXELS_PER_BYTE);
  }
  return undefined;
}
