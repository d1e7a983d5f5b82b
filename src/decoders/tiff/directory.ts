/** The directories of a TIFF or a BigTIFF, read in pieces. Every loop is bounded. */
import { type ByteReader, readExactly } from "../../formats/byte-reader.js";

export interface TiffFile {
  reader: ByteReader;
  littleEndian: boolean;
  isBig: boolean;
}

/** Values by tag. Only tags that a picture needs are read, and each at most once. */
export type Directory = ReadonlyMap<number, readonly number[]>;

/** Bytes per value of each type. Text, rationals and floats are not needed here. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1, 13: 4, 16: 8, 18: 8 };
/** The same for every type: they decide whether values fit into the entry itself or are stored elsewhere. */
const ANY_TYPE_BYTES: Readonly<Record<number, number>> = {
  ...TYPE_BYTES,
  2: 1,
  5: 8,
  6: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  17: 8,
};
/** A picture of 100 megapixels in strips of one row has 10,000. */
const MAX_VALUES = 1_048_576;
const MAX_ENTRIES = 4_096;

/** `undefined`: it does not begin like a TIFF. */
export async function openTiff(reader: ByteReader): Promise<TiffFile | undefined> {
  const [a, b, c, d] = await reader.read(0, 4);
  const littleEndian = a === 0x49 && b === 0x49;
  if (!littleEndian && !(a === 0x4d && b === 0x4d)) return undefined;
  const version = littleEndian ? c : d;
  return version === 42 || version === 43 ? { reader, littleEndian, isBig: version === 43 } : undefined;
}

/** The offsets of the directories at the top, at most `most`, since a chain may contain a loop. */
export async function topOffsets({ reader, littleEndian, isBig }: TiffFile, most: number): Promise<number[]> {
  const wordBytes = isBig ? 8 : 4;
  const found = new Set<number>();
  let at = await readNumber(reader, isBig ? 8 : 4, wordBytes, littleEndian);
  while (at > 0 && !found.has(at) && found.size < most) {
    const count = await readNumber(reader, at, isBig ? 8 : 2, littleEndian);
    if (count === 0 || count > MAX_ENTRIES) break;
    found.add(at);
    const nextPointer = at + (isBig ? 8 + count * 20 : 2 + count * 12);
    if (nextPointer + wordBytes > reader.size) break;
    at = await readNumber(reader, nextPointer, wordBytes, littleEndian);
  }
  return [...found];
}

export interface DirectoryEntry {
  tag: number;
  /** Bytes per value. `undefined`: of a type that is not read here. */
  valueBytes: number | undefined;
  /** Number of values. */
  count: number;
  /** Where the values are, whatever their type. */
  at: number;
}

/** The entries of a directory; only the list itself is read. */
export async function listEntries(
  { reader, littleEndian, isBig }: TiffFile,
  offset: number,
): Promise<DirectoryEntry[]> {
  const [countBytes, entryBytes, inlineBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  const stated = Math.min(MAX_ENTRIES, await readNumber(reader, offset, countBytes, littleEndian));
  const bytes = await readExactly(reader, offset + countBytes, stated * entryBytes);
  const view = new DataView(bytes.slice().buffer);
  return Array.from({ length: Math.floor(bytes.length / entryBytes) }, (_, one) => {
    const at = one * entryBytes;
    const type = view.getUint16(at + 2, littleEndian);
    const count = wordOf(view, at + 4, isBig ? 8 : 4, littleEndian);
    const place = at + (isBig ? 12 : 8);
    const isInline = count * (ANY_TYPE_BYTES[type] ?? 1) <= inlineBytes;
    return {
      tag: view.getUint16(at, littleEndian),
      valueBytes: TYPE_BYTES[type],
      count,
      at: isInline ? offset + countBytes + place : wordOf(view, place, inlineBytes, littleEndian),
    };
  });
}

export async function readValues(
  { reader, littleEndian }: TiffFile,
  { valueBytes = 1, count, at }: DirectoryEntry,
): Promise<number[]> {
  const bytes = await readExactly(reader, at, Math.min(count, MAX_VALUES) * valueBytes);
  const view = new DataView(bytes.slice().buffer);
  return Array.from({ length: Math.floor(bytes.length / valueBytes) }, (_, one) =>
    wordOf(view, one * valueBytes, valueBytes, littleEndian),
  );
}

export async function readDirectory(tiff: TiffFile, offset: number, tags: ReadonlySet<number>): Promise<Directory> {
  const directory = new Map<number, readonly number[]>();
  for (const entry of await listEntries(tiff, offset)) {
    const { tag, valueBytes, count } = entry;
    if (!tags.has(tag) || directory.has(tag) || valueBytes === undefined || count > MAX_VALUES) continue;
    directory.set(tag, await readValues(tiff, entry));
  }
  return directory;
}

async function readNumber(reader: ByteReader, at: number, size: number, littleEndian: boolean): Promise<number> {
  const bytes = await readExactly(reader, at, size);
  return bytes.length < size ? 0 : wordOf(new DataView(bytes.slice().buffer), 0, size, littleEndian);
}

function wordOf(view: DataView, at: number, size: number, littleEndian: boolean): number {
  switch (size) {
    case 1:
      return view.getUint8(at);
    case 2:
      return view.getUint16(at, littleEndian);
    case 4:
      return view.getUint32(at, littleEndian);
    default:
      return Number(view.getBigUint64(at, littleEndian));
  }
}
