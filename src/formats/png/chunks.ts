/** The chunk layer of PNG. All code that walks a PNG uses it. */
import type { ByteReader } from "../byte-reader.js";
import { fourCc, u32be } from "../bytes.js";
import { crc32 } from "./crc32.js";

export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const SIGNATURE_BYTES = 8;
/** Length and type in front of the content. */
export const CHUNK_HEAD_BYTES = 8;
/** Checksum after the content. */
export const CHECKSUM_BYTES = 4;
/** Length, type, and the checksum after the content. */
export const CHUNK_FRAME_BYTES = 12;

/** For a walk over the pixels: they often come in thousands of chunks of 8 kB, and reading on is then quicker than jumping. */
export const PIXELS_READ_BYTES = 262_144;

/** There are a handful of chunks in front of the pixels; each costs a jump. */
const MAX_HEADER_CHUNKS = 1_024;

/** The longest eXIf chunk that is read. */
export const MAX_EXIF_BYTES = 1_048_576;

export interface PngChunk {
  type: string;
  /** Offset of its length. */
  from: number;
  /** After its checksum. It may lie beyond the end of a truncated file. */
  to: number;
}

/** Chunk after chunk from `at` on, as far as their headers are in memory. */
export function* chunksInMemory(bytes: Uint8Array, at = 0): Generator<PngChunk> {
  for (let from = at; from + CHUNK_HEAD_BYTES <= bytes.length;) {
    const to = from + CHUNK_FRAME_BYTES + u32be(bytes, from);
    yield { type: fourCc(bytes, from + 4), from, to };
    from = to;
  }
}

/** Chunk after chunk of a file from `at` on, reading at least `readBytes` with each jump, up to the end of the file. */
export async function* pngChunks(
  reader: ByteReader,
  { at = SIGNATURE_BYTES, readBytes = CHUNK_HEAD_BYTES } = {},
): AsyncGenerator<PngChunk> {
  for (let start = at; ;) {
    const bytes = await reader.read(start, readBytes);
    if (bytes.length < CHUNK_HEAD_BYTES) return;
    const offset = start;
    for (const chunk of chunksInMemory(bytes)) {
      start = offset + chunk.to;
      yield { type: chunk.type, from: offset + chunk.from, to: start };
    }
  }
}

/** Up to the first IDAT, which is the last one returned, or to an IEND in its place. */
export async function* headerChunks(reader: ByteReader): AsyncGenerator<PngChunk> {
  let count = 0;
  for await (const chunk of pngChunks(reader)) {
    yield chunk;
    if (chunk.type === "IDAT" || chunk.type === "IEND" || ++count === MAX_HEADER_CHUNKS) return;
  }
}

/** `undefined`: its checksum is wrong, or it is truncated. */
export async function soundContent(reader: ByteReader, { from, to }: PngChunk): Promise<Uint8Array | undefined> {
  const bytes = to - from - CHUNK_FRAME_BYTES;
  // The checksum covers the type too.
  const chunk = await reader.read(from + 4, bytes + 8);
  return crc32(chunk.subarray(0, bytes + 4)) === u32be(chunk, bytes + 4) ? chunk.subarray(4, bytes + 4) : undefined;
}
