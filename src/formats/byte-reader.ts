/** Reads a Blob in pieces, so that a 50 MB photo costs one slice of 65,536 bytes. */
import { orAborted } from "../shared/or-aborted.js";
import { releaseMemory } from "../shared/release-memory.js";
import { readBytes } from "../shared/read-bytes.js";

/** One read of this length has the size of most photos in it: 17 of 20 camera files tried. */
export const FIRST_READ_BYTES = 65_536;

/** After a jump (over a 64 KB metadata segment, say) only a little is needed. */
const SEEK_READ_BYTES = 4_096;

/** Longer pieces are returned but not kept. */
const MAX_HELD_BYTES = 262_144;

export interface ByteReader {
  /** The whole file. */
  readonly blob: Blob;
  /** Size of the whole file in bytes. */
  readonly size: number;
  /**
   * Returns the bytes from `offset` on: at least `least` of them, fewer only at the end of the file, more if they are in memory
   * already. Rejects with the signal's reason, or with the browser's error when the file cannot be read (`NotReadableError`).
   */
  read: (offset: number, least: number) => Promise<Uint8Array>;
  /**
   * Calls `see` with `bytes` bytes from `offset` on, fewer at the end of the file, and keeps none of them: for walking over a
   * file once.
   */
  look: <T>(offset: number, bytes: number, see: (bytes: Uint8Array) => T) => Promise<T>;
  /** Releases the memory: arrays that were returned must not be used afterwards. */
  close: () => void;
}

interface Piece {
  start: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps the first piece, which has the header that every check begins with, and the latest one. One reader serves a file
 * throughout.
 */
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

/** Exactly as many bytes as requested; fewer only at the end of the file. */
export const readExactly = async (reader: ByteReader, offset: number, bytes: number): Promise<Uint8Array> =>
  (await reader.read(offset, bytes)).subarray(0, bytes);
