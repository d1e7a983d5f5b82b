import type { ByteReader } from "../byte-reader.js";
import { CHUNK_FRAME_BYTES, headerChunks, soundContent } from "./chunks.js";
import { pngLayout, pngRows, totalBytes } from "./rows.js";
import { sizeProblem } from "../size-problem.js";
import type { Problem } from "../problem.js";

const MAX_PALETTE_BYTES = 768;

/** Deflate's longest copy is 258 bytes, and takes at least two bits. */
const MOST_ROW_BYTES_PER_BYTE = 1_032;

/** Checks the chunks before the pixels, which Firefox and WebKit do not. The pixels are checked only for lenient decoders (`missing-pixels.ts`). */
export async function pngProblem(reader: ByteReader): Promise<Problem | undefined> {
  for await (const chunk of headerChunks(reader)) {
    const { type, from, to } = chunk;
    if (type === "CgBI") return { kind: "unsupported", why: "it was made for an Apple app (CgBI)" };
    if (type === "IEND") return { kind: "truncated", why: "it holds no pixels" };
    if (to > reader.size) return { kind: "truncated", why: `its chunk ${JSON.stringify(type)} ends behind the file` };
    if (type === "IDAT") return rowsProblem(reader, from);
    const isChecked = type === "IHDR" || (type === "PLTE" && to - from - CHUNK_FRAME_BYTES <= MAX_PALETTE_BYTES);
    if (isChecked && !(await soundContent(reader, chunk)))
      return { kind: "damaged", why: `the checksum of its ${type} is wrong` };
  }
  return undefined;
}

/** Of the rows of pixels, whose size before compression is known exactly. */
async function rowsProblem(reader: ByteReader, dataStart: number): Promise<Problem | undefined> {
  const layout = pngLayout(await reader.read(16, 13));
  return sizeProblem(layout, reader.size - dataStart, totalBytes(pngRows(layout) ?? []) / MOST_ROW_BYTES_PER_BYTE);
}
