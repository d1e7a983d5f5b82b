import { ImageError, messageOf, throwIfAborted } from "./errors.js";

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
