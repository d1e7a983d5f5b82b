import { ImageError, messageOf, throwIfAborted } from "./errors.js";
import { type ByteReader, createByteReader } from "./inspect/byte-reader.js";

/** As its name says, by its ending: photos. They are read at both ends whatever is found in them. */
const JPEG = "image/jpeg";

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
export async function readFile<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let reading: Promise<T> | undefined;
  try {
    reading = read();
    underWay.add(reading);
    return await reading;
  } catch (cause) {
    throwIfAborted(signal);
    const detail = messageOf(cause);
    throw new ImageError("file-unreadable", `The file cannot be read: ${detail}`, { cause });
  } finally {
    if (reading) underWay.delete(reading);
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
