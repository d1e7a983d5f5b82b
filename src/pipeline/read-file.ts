import { ImageError, type ImageErrorCode, throwIfAborted } from "../shared/errors.js";
import { type ByteReader, createByteReader } from "../formats/byte-reader.js";

/** As its name says, by its ending: photos. They are read at both ends whatever is found in them. */
const JPEG = "image/jpeg";

/** A cloud folder may have to fetch the file first; what has not come by then does not come. Else whoever awaits the image would wait for ever. */
const READ_TIMEOUT_MS = 120_000;

/** Of the whole page. */
const underWay = new Set<Promise<unknown>>();

/**
 * `undefined`: no file is being read. Else resolves when those that are have answered, `patienceMs` later at the latest; what has not
 * answered by then is waited for no more, since a file in a cloud folder may never be there.
 */
export function readsAnswered(patienceMs: number): Promise<void> | undefined {
  return underWay.size === 0 ? undefined : answeredWithin(patienceMs);
}

async function answeredWithin(patienceMs: number): Promise<void> {
  const waitedFor = [...underWay];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
  await Promise.race([Promise.allSettled(waitedFor), tooLong]);
  clearTimeout(timer);
  for (const reading of waitedFor) underWay.delete(reading);
}

/** The disk may be gone, the file changed since it was picked: a refusal, not a crash. */
export async function readFile<T>(read: () => Promise<T>, signal: AbortSignal | undefined, timeoutMs = READ_TIMEOUT_MS): Promise<T> {
  let reading: Promise<T> | undefined;
  try {
    reading = read();
    underWay.add(reading);
    return await answerWithin(reading, timeoutMs);
  } catch (cause) {
    throwIfAborted(signal);
    throw cause instanceof ImageError ? cause : vanished(cause);
  } finally {
    if (reading) underWay.delete(reading);
  }
}

/** Leaner than `withDeadline`: a PNG is walked over in thousands of reads. */
function answerWithin<T>(reading: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `The file did not answer within ${timeoutMs} ms: it may lie in a cloud folder or on a drive that is not connected. Try again when it is there.`;
      reject(new ImageError("file-unreadable", message, { actual: timeoutMs, limit: timeoutMs }));
    }, timeoutMs);
    void reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Browsers give no reason that would help a person: a deleted file is a `NotFoundError`, a changed one a `NotReadableError` (Chromium). */
function vanished(cause: unknown): ImageError {
  return new ImageError("file-unreadable", "The file can no longer be read: it was moved, changed or deleted after it was chosen. Choose it again.", { cause });
}

/** What a file that is not there any more may look like. */
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
 * The refusal, or that the file can no longer be read, where that is the reason: whoever meets a file that vanishes while it is worked on
 * finds it empty (Firefox gives such a file 0 bytes), truncated or damaged. Rejects with the signal's reason when aborted.
 */
export async function orVanished(refusal: unknown, file: Blob, signal: AbortSignal | undefined): Promise<unknown> {
  if (!(refusal instanceof ImageError) || !MAY_HAVE_VANISHED.includes(refusal.code)) return refusal;
  try {
    // All of an empty one, since there is nothing to slice; else both ends, the last of which a file that has become shorter lacks.
    const ends = file.size === 0 ? [file] : [file.slice(0, 1), file.slice(file.size - 1)];
    const [first, last = first] = await Promise.all(ends.map((end) => readFile(() => end.arrayBuffer(), signal)));
    const least = Math.min(file.size, 1);
    return first!.byteLength < least || last!.byteLength < least ? vanished(refusal) : refusal;
  } catch (unreadable) {
    return unreadable;
  }
}

/**
 * What it cannot read is refused like any other file that cannot be sent. `isAlone`: no other file is on its way, so that it may ask
 * for two pieces at once; of many that come together, each piece more keeps the page from answering.
 */
export function createFileReader(file: Blob, signal: AbortSignal | undefined, isAlone = false): ByteReader {
  const reader = createByteReader(file, signal, { bothEnds: isAlone && file.type === JPEG });
  return {
    ...reader,
    read: (offset, least) => readFile(() => reader.read(offset, least), signal),
    look: (offset, bytes, see) => readFile(() => reader.look(offset, bytes, see), signal),
  };
}
