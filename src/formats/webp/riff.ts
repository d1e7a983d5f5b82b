/** The chunk layer of RIFF, which WebP is made of. All code that walks one uses it. */
import { type ByteReader, readExactly } from "../byte-reader.js";
import { fourCc, u32le } from "../bytes.js";

/** "RIFF", the length of what follows, "WEBP". */
export const RIFF_HEADER_BYTES = 12;
/** Type and length in front of the content. */
const CHUNK_HEAD_BYTES = 8;

/** An extended header, a profile and alpha come in front of the pixels. */
const MAX_HEADER_CHUNKS = 8;

export interface RiffChunk {
  type: string;
  /** Offset of its type. */
  from: number;
  /** Offset of its content. */
  start: number;
  /** The end of its content; the next chunk begins at an even offset. It may lie beyond the end of a truncated file. */
  end: number;
}

/** The end of the file according to its header, which states the length without its own first eight bytes. */
export const riffEnd = (head: Uint8Array): number => u32le(head, 4) + 8;

function chunkAt(bytes: Uint8Array, index: number, from: number): RiffChunk {
  const start = from + CHUNK_HEAD_BYTES;
  return { type: fourCc(bytes, index), from, start, end: start + u32le(bytes, index + 4) };
}

const nextChunk = ({ end }: RiffChunk): number => end + (end & 1);

/** Chunk after chunk of a file in memory, up to the end that its header states. */
export function* riffChunksInMemory(bytes: Uint8Array): Generator<RiffChunk> {
  const last = Math.min(riffEnd(bytes), bytes.length) - CHUNK_HEAD_BYTES;
  for (let at = RIFF_HEADER_BYTES; at <= last;) {
    const chunk = chunkAt(bytes, at, at);
    yield chunk;
    at = nextChunk(chunk);
  }
}

/** The chunks that a file begins with, by jumping. */
export async function* riffChunks(reader: ByteReader): AsyncGenerator<RiffChunk> {
  let at = RIFF_HEADER_BYTES;
  for (let count = 0; count < MAX_HEADER_CHUNKS; count++) {
    const head = await readExactly(reader, at, CHUNK_HEAD_BYTES);
    if (head.length < CHUNK_HEAD_BYTES) return;
    const chunk = chunkAt(head, 0, at);
    yield chunk;
    at = nextChunk(chunk);
  }
}
