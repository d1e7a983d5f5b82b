/** Reads a Blob piece by piece, so that a 50 MB photo costs one slice of 64 KiB. */
import { releaseMemory } from "../shared/release-memory.js";
import { readBytes } from "../shared/read-bytes.js";

/** One read that holds the size of most photos: 17 of 20 camera files tried. */
export const FIRST_READ_BYTES = 65_536;

/** After a jump (over a 64 KB metadata segment, say) little is needed at the place where one lands. */
const SEEK_READ_BYTES = 4_096;

/** Longer pieces are handed out and not held. */
const MAX_HELD_BYTES = 262_144;

export interface ByteReader {
  /** All of the file. */
  readonly blob: Blob;
  /** Of all of the file, in bytes. */
  readonly size: number;
  /**
   * The bytes from `offset` on: at least `least` of them, fewer only where the file ends, more when they are at hand.
   * Rejects with the signal's reason, or with what the browser says when the file cannot be read (`NotReadableError`).
   */
  read: (offset: number, least: number) => Promise<Uint8Array>;
  /** Calls `see` with `bytes` bytes from `offset` on, fewer where the file ends, and holds none of them: for walking over a file once. */
  look: <T>(offset: number, bytes: number, see: (bytes: Uint8Array) => T) => Promise<T>;
  /** The file is done with: the memory held is released, and no array that was handed out may be used any more. */
  close: () => void;
}

interface Piece {
  start: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Holds the piece it read first, where the header is that every check begins with, and the latest. One reader serves a file for all of its way. */
export function createByteReader(blob: Blob, signal?: AbortSignal): ByteReader {
  let first: Piece | undefined;
  let latest: Piece | undefined;

  const held = (offset: number, end: number): Uint8Array | undefined => {
    const piece = [latest, first].find((one) => one && offset >= one.start && end <= one.start + one.bytes.length);
    return piece?.bytes.subarray(offset - piece.start);
  };

  const fetchBytes = async (offset: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await orAborted(readBytes(blob.slice(offset, Math.min(blob.size, end))), signal));

  const read = async (offset: number, least: number): Promise<Uint8Array> => {
    signal?.throwIfAborted();
    const end = Math.min(blob.size, offset + least);
    if (offset >= end) return new Uint8Array(0);
    const atHand = held(offset, end);
    if (atHand) return atHand;
    const bytes = await fetchBytes(offset, offset + Math.max(least, first ? SEEK_READ_BYTES : FIRST_READ_BYTES));
    if (bytes.length <= MAX_HELD_BYTES) latest = { start: offset, bytes };
    first ??= latest;
    return bytes;
  };

  const look = async <T>(offset: number, count: number, see: (bytes: Uint8Array) => T): Promise<T> => {
    signal?.throwIfAborted();
    const end = Math.min(blob.size, offset + count);
    const atHand = held(offset, end);
    if (atHand) return see(atHand.subarray(0, end - offset));
    const bytes = await fetchBytes(offset, end);
    const seen = see(bytes);
    releaseMemory(bytes);
    return seen;
  };

  const close = () => {
    for (const piece of [first, latest]) if (piece) releaseMemory(piece.bytes);
    first = latest = undefined;
  };

  return { blob, size: blob.size, read, look, close };
}

/** No more than was asked for, whatever is at hand; fewer only where the file ends. */
export const readExactly = async (reader: ByteReader, offset: number, bytes: number): Promise<Uint8Array> =>
  (await reader.read(offset, bytes)).subarray(0, bytes);

/** A read need not ever answer (a file in a cloud folder, on a lost network drive), so the signal is not left waiting. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    const done = () => signal.removeEventListener("abort", onAbort);
    // Aborted as the read began, it would hear of nothing, and listen for as long as the read goes on.
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(done);
  });
}
