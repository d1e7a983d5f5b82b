/** Reads a file piece by piece: of a large PDF a few kilobytes are needed. */
import { throwIfAborted } from "../shared/errors.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "../shared/read-file.js";

/** In bytes. A dictionary, or a table of 3,000 objects. */
const WINDOW = 2 ** 16;
/** Of all that is read. */
const MAX_READ = 2 ** 25;

export const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

export interface PdfWindow {
  size: number;
  bytes: (from: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** One character a byte. At least `least` of them where the file is that long, mostly many more. */
  text: (from: number, least: number) => Promise<string>;
}

/** Rejects with the signal's reason, with `ImageError` for a file that is gone, and with `RangeError` for one that leads in circles. */
export function openPdfWindow(file: Blob, signal: AbortSignal): PdfWindow {
  let [start, loaded] = [0, new Uint8Array()];
  let read = 0;

  async function bytes(from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    throwIfAborted(signal);
    if (from < start || from + length > start + loaded.length) {
      const end = Math.min(file.size, from + Math.max(length, WINDOW));
      read += Math.max(0, end - from);
      if (read > MAX_READ) throw new RangeError("Too much of the PDF would have to be read.");
      loaded = new Uint8Array(await readFile(() => readBytes(file.slice(from, end)), signal));
      start = from;
      throwIfAborted(signal);
    }
    return loaded.slice(from - start, from - start + length);
  }

  return {
    size: file.size,
    bytes,
    async text(from, least) {
      await bytes(from, Math.min(least, Math.max(0, file.size - from)));
      return latin1(loaded.subarray(from - start));
    },
  };
}
