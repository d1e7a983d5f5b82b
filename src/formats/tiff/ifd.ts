/** Image file directories: the lists of tags in TIFF, in EXIF (which is a TIFF without a picture) and in MPF. */
import { startsWith, u16be, u16le, u32be, u32le } from "../bytes.js";

export interface Ifd {
  /** 12 bytes an entry; entries that a damaged file cuts off are missing. */
  entries: Uint8Array;
  littleEndian: boolean;
  /** It says that it holds more entries than there are. */
  isCut: boolean;
}

export interface IfdEntry {
  /** 3 SHORT, 4 LONG, 13 IFD; others as the TIFF specification numbers them. */
  type: number;
  count: number;
  /** A single SHORT or LONG, or the offset of anything longer. */
  value: number;
}

export const SHORT = 3;
export const ORIENTATION_TAG = 0x0112;

/** `undefined`: not a TIFF header. */
export function isLittleEndian(tiff: Uint8Array): boolean | undefined {
  if (startsWith(tiff, "II*\0")) return true;
  if (startsWith(tiff, "MM\0*")) return false;
  return undefined;
}

/** The first directory of a TIFF structure that is wholly in memory, or the one at `offset`. */
export function ifdInMemory(tiff: Uint8Array, offset?: number): Ifd | undefined {
  const littleEndian = isLittleEndian(tiff);
  if (littleEndian === undefined) return undefined;
  const at = offset ?? (littleEndian ? u32le(tiff, 4) : u32be(tiff, 4));
  // Out of reach: browsers show such a photo upright, others wait for ever.
  if (at < 8 || at + 2 > tiff.length) return undefined;
  const count = littleEndian ? u16le(tiff, at) : u16be(tiff, at);
  const entries = tiff.subarray(at + 2, at + 2 + count * 12);
  return { entries, littleEndian, isCut: entries.length < count * 12 };
}

export function ifdEntry({ entries, littleEndian }: Ifd, tag: number): IfdEntry | undefined {
  const u16 = littleEndian ? u16le : u16be;
  const u32 = littleEndian ? u32le : u32be;
  for (let at = 0; at + 12 <= entries.length; at += 12) {
    if (u16(entries, at) !== tag) continue;
    const type = u16(entries, at + 2);
    const count = u32(entries, at + 4);
    return { type, count, value: type === SHORT && count === 1 ? u16(entries, at + 8) : u32(entries, at + 8) };
  }
  return undefined;
}

/** Of an EXIF block without its `Exif` prefix. Only a single SHORT counts: browsers ignore an orientation of another type. */
export function exifOrientation(tiff: Uint8Array): number | undefined {
  const ifd = ifdInMemory(tiff);
  const entry = ifd && ifdEntry(ifd, ORIENTATION_TAG);
  return entry?.type === SHORT && entry.count === 1 ? entry.value : undefined;
}
