import { type ByteReader, readExactly } from "../byte-reader.js";
import { sizeProblem } from "../size-problem.js";
import type { Problem } from "../problem.js";
import { KEY_FRAME_BYTES, keyFrameSize } from "./header.js";
import { riffChunks } from "./riff.js";

/**
 * VP8 states how each 256 pixels are predicted, with probabilities that are fixed for a single picture (RFC 6386, section 11.2):
 * at least 1.6 bits, and one is assumed here.
 */
const MOST_PIXELS_PER_BYTE = 2_048;

/** Only for the lossy kind: lossless files of one colour need no bits at all for their pixels. */
export async function webpProblem(reader: ByteReader): Promise<Problem | undefined> {
  for await (const { type, start } of riffChunks(reader)) {
    if (type !== "VP8 ") continue;
    const frame = await readExactly(reader, start, KEY_FRAME_BYTES);
    if (frame.length < KEY_FRAME_BYTES) return undefined;
    const size = keyFrameSize(frame);
    return sizeProblem(size, reader.size - start, (size.width * size.height) / MOST_PIXELS_PER_BYTE);
  }
  return undefined;
}
