import { ImageError, type ImageErrorCode, throwIfAborted } from "../shared/errors.js";
import { readBytes } from "../shared/read-bytes.js";
import { type ByteReader, createByteReader } from "../formats/byte-reader.js";
import { quoteSeconds } from "../shared/format-figures.js";

/** A cloud folder may have to download the file first. Without a limit, the image would stay unfinished forever. */
const READ_TIMEOUT_MS = 120_000;

/** The disk may be removed, or the file changed since it was picked: then the file is rejected; it is not a crash. */
export async function readFile<T>(
  read: () => Promise<T>,
  signal: AbortSignal | undefined,
  timeoutMs = READ_TIMEOUT_MS,
): Promise<T> {
  try {
    return await answerWithin(read(), timeoutMs);
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
function vanished(cause: unknown): ImageError {
  return new ImageError(
    "file-unreadable",
    "The file can no longer be read: it was moved, changed or deleted after it was chosen. Choose it again.",
    { cause },
  );
}

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
