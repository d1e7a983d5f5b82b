/** Reads files: each read ends, and fails in words. */
import { ImageError, throwIfAborted } from "./errors.js";
import { quoteSeconds } from "./format-figures.js";
import { READ_TIMEOUT_MS } from "./with-timeout.js";

/** The disk may be removed, or the file changed since it was picked: then the file is rejected; it is not a crash. */
export async function readFile<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await answerWithin(read(), READ_TIMEOUT_MS);
  } catch (cause) {
    throwIfAborted(signal);
    throw cause instanceof ImageError ? cause : vanished(cause);
  }
}

/** Leaner than `withDeadline`: a PNG is walked over in thousands of reads. */
function answerWithin<T>(reading: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `The file could not be read within ${quoteSeconds(timeoutMs)}. It may be in a cloud folder, or on a drive that isn't connected.`;
      reject(new ImageError("file-unreadable", message, { actual: timeoutMs, limit: timeoutMs }));
    }, timeoutMs);
    void reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Browsers give no reason that would help a person: a deleted file is a `NotFoundError`, a changed one a `NotReadableError` (Chromium). */
export function vanished(cause: unknown): ImageError {
  return new ImageError(
    "file-unreadable",
    "The file can no longer be read: it was moved, changed or deleted after it was chosen. Choose it again.",
    { cause },
  );
}
