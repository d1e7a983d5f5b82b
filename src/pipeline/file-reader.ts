import { ImageError, type ImageErrorCode } from "../shared/errors.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile, vanished } from "../shared/read-file.js";
import { type ByteReader, createByteReader } from "../formats/byte-reader.js";

/** Rejections that a file which no longer exists may cause. */
const MAY_HAVE_VANISHED: readonly ImageErrorCode[] = [
  "file-empty",
  "not-an-image",
  "image-truncated",
  "image-undecodable",
  "image-unencodable",
  "image-format-unsupported",
  "compress-failed",
];

/**
 * The rejection, or a better one if the file can no longer be read: a file that is deleted during the work looks empty (Firefox
 * gives it 0 bytes), truncated or damaged. Rejects with the signal's reason when aborted.
 */
export async function orVanished(refusal: unknown, file: Blob, signal: AbortSignal | undefined): Promise<unknown> {
  if (!(refusal instanceof ImageError) || !MAY_HAVE_VANISHED.includes(refusal.code)) return refusal;
  try {
    // An empty file is read completely; of any other both ends are read, since a file that became shorter lacks its last byte.
    const ends = file.size === 0 ? [file] : [file.slice(0, 1), file.slice(file.size - 1)];
    const [first, last = first] = await Promise.all(ends.map((end) => readFile(() => readBytes(end), signal)));
    const least = Math.min(file.size, 1);
    return first!.byteLength < least || last!.byteLength < least ? vanished(refusal) : refusal;
  } catch (unreadable) {
    return unreadable;
  }
}

/** A reader whose failures are rejections like those of any other file that cannot be sent. */
export function createFileReader(file: Blob, signal: AbortSignal | undefined): ByteReader {
  const reader = createByteReader(file, signal);
  return {
    ...reader,
    read: (offset, least) => readFile(() => reader.read(offset, least), signal),
    look: (offset, bytes, see) => readFile(() => reader.look(offset, bytes, see), signal),
  };
}
