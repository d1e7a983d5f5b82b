/**
 * Image file directories: the lists of tags in TIFF, in EXIF (which is a TIFF without a picture) and in MPF. All code that walks
 * one uses it.
 */
import type { ByteReader } from "../byte-reader.js";
import { startsWith, u16be, u16le, u32be, u32le } from "../bytes.js";

export interface Ifd {
  /** 12 bytes per entry; entries beyond the end of a truncated file are missing. */
  entries: Uint8Array;
  littleEndian: boolean;
  /** The directory claims more entries than there are. */
  isTruncated: boolean;
  /** Where the next directory of the chain begins; 0: there is none. */
  next: number;
}

export interface IfdEntry {
  tag: number;
  /** 3 SHORT, 4 LONG, 13 IFD; others as the TIFF specification numbers them. */
  type: number;
  count: number;
  /** A single SHORT or LONG, or the offset of anything longer. */
  value: number;
}

const HEADER_BYTES = 8;

export const SHORT = 3;
export const ORIENTATION_TAG = 0x0112;

/** `undefined`: not a TIFF header. */
export function isLittleEndian(tiff: Uint8Array): boolean | undefined {
  if (startsWith(tiff, "II*\0")) return true;
  if (startsWith(tiff, "MM\0*")) return false;
  return undefined;
}

const ENTRY_BYTES = 12;

/** Where the first directory begins. */
function firstDirectory(tiff: Uint8Array, littleEndian: boolean): number {
  return littleEndian ? u32le(tiff, 4) : u32be(tiff, 4);
}

/** The first directory of a TIFF structure that is in memory, or the one at `offset`. */
export function ifdInMemory(tiff: Uint8Array, offset?: number): Ifd | undefined {
  const littleEndian = isLittleEndian(tiff);
  if (littleEndian === undefined) return undefined;
  const at = offset ?? firstDirectory(tiff, littleEndian);
  // Beyond the end: browsers show such a photo upright.
  if (at < HEADER_BYTES || at + 2 > tiff.length) return undefined;
  return ifdIn(tiff.subarray(at), littleEndian);
}

/** `bytes` begin with the number of entries. */
function ifdIn(bytes: Uint8Array, littleEndian: boolean): Ifd {
  const length = (littleEndian ? u16le : u16be)(bytes, 0) * ENTRY_BYTES;
  const entries = bytes.subarray(2, 2 + length);
  const next = (littleEndian ? u32le : u32be)(bytes, 2 + length);
  return { entries, littleEndian, isTruncated: entries.length < length, next };
}

/** The directories at the top of a file, at most `most`, since a chain of them may contain a loop. */
export async function* topDirectories(reader: ByteReader, most: number): AsyncGenerator<Ifd> {
  const head = await reader.read(0, HEADER_BYTES);
  const littleEndian = isLittleEndian(head);
  if (littleEndian === undefined || head.length < HEADER_BYTES) return;
  let at = firstDirectory(head, littleEndian);
  for (const seen = new Set<number>(); at >= HEADER_BYTES && !seen.has(at) && seen.size < most;) {
    seen.add(at);
    const count = await reader.read(at, 2);
    if (count.length < 2) return;
    const length = 2 + (littleEndian ? u16le : u16be)(count, 0) * ENTRY_BYTES;
    const bytes = await reader.read(at, length + 4);
    const ifd = ifdIn(bytes, littleEndian);
    yield ifd;
    at = ifd.next;
  }
}

export function* ifdEntries({ entries, littleEndian }: Ifd): Generator<IfdEntry> {
  const u16 = littleEndian ? u16le : u16be;
  const u32 = littleEndian ? u32le : u32be;
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const type = u16(entries, at + 2);
    const count = u32(entries, at + 4);
    yield {
      tag: u16(entries, at),
      type,
      count,
      value: type === SHORT && count === 1 ? u16(entries, at + 8) : u32(entries, at + 8),
    };
  }
}

/** The first entry of that tag. */
export function ifdEntry(ifd: Ifd, tag: number): IfdEntry | undefined {
  for (const entry of ifdEntries(ifd)) if (entry.tag === tag) return entry;
  return undefined;
}

/** For an EXIF block without its `Exif` prefix. Only a single SHORT counts: browsers ignore an orientation of another type. */
export function exifOrientation(tiff: Uint8Array): number | undefined {
  const ifd = ifdInMemory(tiff);
  const entry = ifd && ifdEntry(ifd, ORIENTATION_TAG);
  return entry?.type === SHORT && entry.count === 1 ? entry.value : undefined;
}
