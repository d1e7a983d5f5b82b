/**
 * The box layer of ISO base media files (ISO/IEC 14496-12): AVIF, HEIC and JPEG XL containers. All code that walks one uses it.
 */
import { type ByteReader, readExactly } from "../byte-reader.js";
import { fourCc, u32be } from "../bytes.js";

export interface Box {
  type: string;
  /** Where the content begins, after length and type. */
  start: number;
  /** The end of the box. It may lie beyond the end of a truncated file. */
  end: number;
}

/** Most boxes side by side at the top of a file; photos have three or four, fragmented sequences some dozens. */
const MAX_TOP_BOXES = 1_024;

/** The header of a 48 MP iPhone photo takes 10 KB; no more than this is read. */
const MAX_CONTENT_BYTES = 1_048_576;

/** A box header at `at`. `limit`: the end of what contains it, which is where a box of length 0 ends. */
function boxAt(bytes: Uint8Array, index: number, at: number, limit: number): Box | undefined {
  if (index + 8 > bytes.length) return undefined;
  const length = u32be(bytes, index);
  const type = fourCc(bytes, index + 4);
  if (length === 0) return { type, start: at + 8, end: limit };
  if (length !== 1) return length < 8 ? undefined : { type, start: at + 8, end: at + length };
  const long = u32be(bytes, index + 8) * 2 ** 32 + u32be(bytes, index + 12);
  return index + 16 > bytes.length || long < 16 ? undefined : { type, start: at + 16, end: at + long };
}

/** The boxes at the top of the file, found by jumping: pixels are not read. */
export async function* topBoxes(reader: ByteReader): AsyncGenerator<Box> {
  let at = 0;
  for (let count = 0; at < reader.size && count < MAX_TOP_BOXES; count++) {
    const box = boxAt(await reader.read(at, 16), 0, at, reader.size);
    if (!box) return;
    yield box;
    at = box.end;
  }
}

/** The content of one box at the top of a file. */
export const boxContent = (reader: ByteReader, { start, end }: Box): Promise<Uint8Array> =>
  readExactly(reader, start, Math.min(end - start, MAX_CONTENT_BYTES));

/** The boxes inside a content that is in memory. A truncated box ends with the content. */
export function* innerBoxes(bytes: Uint8Array, from = 0): Generator<Box & { content: Uint8Array }> {
  let at = from;
  while (at < bytes.length) {
    const box = boxAt(bytes, at, at, bytes.length);
    if (!box) return;
    yield { ...box, content: bytes.subarray(box.start, box.end) };
    at = box.end;
  }
}

/** The first box along a path of types, e.g. `["iprp", "ipco"]`. */
export function findBox(bytes: Uint8Array, path: readonly string[], from = 0): Uint8Array | undefined {
  const [type, ...rest] = path;
  for (const box of innerBoxes(bytes, from)) {
    if (box.type === type) return rest.length === 0 ? box.content : findBox(box.content, rest);
  }
  return undefined;
}

/** Pixels are in a box at the top of the file, and every such box states its length. */
export async function areBoxesTruncated(reader: ByteReader): Promise<boolean> {
  for await (const box of topBoxes(reader)) {
    if (box.end > reader.size) return true;
  }
  return false;
}
