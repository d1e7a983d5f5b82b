/** Reads a Blob piece by piece, so that a 50 MB photo costs one slice of 64 KiB. */

/** One read that holds the size of most photos: 17 of 20 camera files tried. */
export const FIRST_READ_BYTES = 65_536;

/** After a jump (over a 64 KB metadata segment, say) little is needed at the place where one lands. */
const SEEK_READ_BYTES = 4_096;

/** Longer pieces are handed out and not held: a file is read as a whole only to walk over it once. */
const MAX_HELD_BYTES = 262_144;

export interface ByteReader {
  /** The whole file. */
  readonly blob: Blob;
  /** Of the whole file, in bytes. */
  readonly size: number;
  /**
   * The bytes from `offset` on: at least `least` of them, fewer only where the file ends, more when they are at hand.
   * Rejects with the signal's reason, or with what the browser says when the file cannot be read (`NotReadableError`).
   */
  read: (offset: number, least: number) => Promise<Uint8Array>;
}

interface Piece {
  start: number;
  bytes: Uint8Array;
}

/** Holds the piece it read first, where the header is that every check begins with, and the latest. One reader serves a file for all of its way. */
export function createByteReader(blob: Blob, signal?: AbortSignal): ByteReader {
  let first: Piece | undefined;
  let latest: Piece | undefined;

  const read = async (offset: number, least: number): Promise<Uint8Array> => {
    signal?.throwIfAborted();
    const end = Math.min(blob.size, offset + least);
    if (offset >= end) return new Uint8Array(0);
    const held = [latest, first].find((piece) => piece && offset >= piece.start && end <= piece.start + piece.bytes.length);
    if (held) return held.bytes.subarray(offset - held.start);
    const slice = blob.slice(offset, Math.min(blob.size, offset + Math.max(least, first ? SEEK_READ_BYTES : FIRST_READ_BYTES)));
    const bytes = new Uint8Array(await orAborted(slice.arrayBuffer(), signal));
    if (bytes.length <= MAX_HELD_BYTES) latest = { start: offset, bytes };
    first ??= latest;
    return bytes;
  };

  return { blob, size: blob.size, read };
}

/** No more than was asked for, whatever is at hand; fewer only where the file ends. */
export const readExactly = async (reader: ByteReader, offset: number, bytes: number): Promise<Uint8Array> => (await reader.read(offset, bytes)).subarray(0, bytes);

/** A read need not ever answer (a file in a cloud folder, on a lost network drive), so the signal is not left waiting. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const done = () => signal.removeEventListener("abort", onAbort);
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(done);
  });
}
