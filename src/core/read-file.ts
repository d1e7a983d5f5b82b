import { ImageError, messageOf, throwIfAborted } from "./errors.js";
import { type ByteReader, createByteReader } from "./inspect/byte-reader.js";

/** The disk may be gone, the file changed since it was picked: a refusal, not a crash. */
export async function readFile<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throwIfAborted(signal);
    const detail = messageOf(cause);
    throw new ImageError("file-unreadable", `The file cannot be read: ${detail}`, { cause });
  }
}

/** What it cannot read is refused like any other file that cannot be sent. */
export function createFileReader(file: Blob, signal: AbortSignal | undefined): ByteReader {
  const reader = createByteReader(file, signal);
  return {
    ...reader,
    read: (offset, least) => readFile(() => reader.read(offset, least), signal),
    look: (offset, bytes, see) => readFile(() => reader.look(offset, bytes, see), signal),
  };
}
