/** Finds the largest JPEG that a camera put into its raw file. The raw data itself is not read. */
import { type ByteReader, createByteReader, readExactly } from "../../formats/byte-reader.js";
import { concat } from "../../shared/concat.js";
import { startsWith, u32be } from "../../formats/bytes.js";
import { exifOf } from "../../formats/exif/write-exif.js";
import { asOrientation } from "../../formats/format.js";
import { boxContent, findBox, innerBoxes, topBoxes } from "../../formats/iso/boxes.js";
import { readJpeg } from "../../formats/jpeg/header.js";
import { headerSegments, isSof } from "../../formats/jpeg/markers.js";
import { exifOrientation, ifdInMemory, ORIENTATION_TAG } from "../../formats/tiff/ifd.js";
import type { Orientation, Size } from "../../shared/types.js";
import { type DirectoryEntry, listEntries, readValues, type TiffFile, topOffsets } from "../tiff/directory.js";

/** Where a JPEG may be in the file. */
interface Place {
  offset: number;
  bytes: number;
}

interface Found {
  places: Place[];
  /** The camera's orientation, for a JPEG that does not state one. */
  orientation: Orientation;
}

export interface Preview extends Size {
  jpeg: Blob;
}

/** Upright once its EXIF is applied. `undefined`: there is none. */
export async function findPreview(file: Blob): Promise<Preview | undefined> {
  const reader = createByteReader(file);
  const { places, orientation } = await findPlaces(reader);
  let best: (Preview & { isRotated: boolean }) | undefined;
  for (const { offset, bytes } of places) {
    if (offset <= 0 || bytes <= 0) continue;
    const jpeg = file.slice(offset, offset + bytes, "image/jpeg");
    const header = await readPicture(jpeg);
    if (header && (!best || header.width * header.height > best.width * best.height)) best = { jpeg, ...header };
  }
  if (!best) return undefined;
  const { isRotated, jpeg, width, height } = best;
  return { width, height, jpeg: isRotated || orientation === 1 ? jpeg : withOrientation(jpeg, orientation) };
}

/** Raw data may be JPEG too, but lossless, which no browser shows. */
async function readPicture(jpeg: Blob): Promise<(Size & { isRotated: boolean }) | undefined> {
  const reader = createByteReader(jpeg);
  if (!startsWith(await reader.read(0, 3), [0xff, 0xd8, 0xff])) return undefined;
  for await (const { marker, start } of headerSegments(reader)) {
    if (!isSof(marker)) continue;
    const [precision] = await reader.read(start, 1);
    if (marker > 0xc2 || precision !== 8) return undefined;
    break;
  }
  const header = await readJpeg(reader, "image/jpeg");
  return header && { width: header.width, height: header.height, isRotated: header.orientation !== 1 };
}

function withOrientation(jpeg: Blob, orientation: Orientation): Blob {
  const exif = exifOf(orientation);
  const length = exif.length + 8;
  const start = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0);
  return new Blob([concat([start, exif]), jpeg.slice(2)], { type: "image/jpeg" });
}

async function findPlaces(reader: ByteReader): Promise<Found> {
  const head = await reader.read(0, 92);
  if (startsWith(head, "FUJIFILMCCD-RAW"))
    return { places: [{ offset: u32be(head, 84), bytes: u32be(head, 88) }], orientation: 1 };
  if (startsWith(head, "ftyp", 4)) return placesInBoxes(reader);
  return placesInDirectories({ reader, littleEndian: head[0] === 0x49, isBig: false });
}

const TAGS = {
  panasonicJpeg: 0x002e,
  compression: 0x0103,
  stripOffsets: 0x0111,
  stripBytes: 0x0117,
  subDirectories: 0x014a,
  jpegStart: 0x0201,
  jpegBytes: 0x0202,
  exifDirectory: 0x8769,
  makerNote: 0x927c,
  olympusCamera: 0x2020,
  olympusStart: 0x0101,
  olympusBytes: 0x0102,
} as const;
/** JPEG, old style and new. */
const JPEG_COMPRESSIONS: readonly number[] = [6, 7];
/** Cameras write four or five. */
const MAX_DIRECTORIES = 64;

async function placesInDirectories(tiff: TiffFile): Promise<Found> {
  const places: Place[] = [];
  const queue = await topOffsets(tiff, 16);
  const seen = new Set<number>();
  let orientation: Orientation = 1;
  for (let offset = queue.shift(); offset !== undefined && seen.size < MAX_DIRECTORIES; offset = queue.shift()) {
    if (seen.has(offset)) continue;
    const entries = new Map((await listEntries(tiff, offset)).map((entry) => [entry.tag, entry]));
    const values = async (tag: number): Promise<number[]> => {
      const entry = entries.get(tag);
      return entry && entry.count <= MAX_DIRECTORIES ? readValues(tiff, entry) : [];
    };
    const first = async (tag: number) => (await values(tag))[0] ?? 0;
    if (seen.size === 0) orientation = asOrientation(await first(ORIENTATION_TAG));
    seen.add(offset);
    places.push({ offset: await first(TAGS.jpegStart), bytes: await first(TAGS.jpegBytes) });
    if (JPEG_COMPRESSIONS.includes(await first(TAGS.compression)) && entries.get(TAGS.stripOffsets)?.count === 1)
      places.push({ offset: await first(TAGS.stripOffsets), bytes: await first(TAGS.stripBytes) });
    const panasonic = entries.get(TAGS.panasonicJpeg);
    if (panasonic) places.push({ offset: panasonic.at, bytes: panasonic.count });
    const note = entries.get(TAGS.makerNote);
    if (note) places.push(...(await placesInOlympusNote(tiff, note)));
    queue.push(...(await values(TAGS.subDirectories)), ...(await values(TAGS.exifDirectory)));
  }
  return { places, orientation };
}

/** A separate directory in the maker's note, with offsets from the note's beginning. */
async function placesInOlympusNote({ reader }: TiffFile, { at, count }: DirectoryEntry): Promise<Place[]> {
  const head = await reader.read(at, 16);
  const start = startsWith(head, "OLYMPUS\0") ? 12 : startsWith(head, "OM SYSTEM\0") ? 16 : 0;
  if (start === 0) return [];
  const littleEndian = startsWith(head, "II", start - 4);
  const note = { reader: createByteReader(reader.blob.slice(at, at + count)), littleEndian, isBig: false };
  const one = async (offset: number, tag: number): Promise<number> => {
    const entry = (await listEntries(note, offset)).find((each) => each.tag === tag);
    return entry ? ((await readValues(note, { ...entry, count: 1 }))[0] ?? 0) : 0;
  };
  const camera = await one(start, TAGS.olympusCamera);
  if (camera === 0) return [];
  const offset = await one(camera, TAGS.olympusStart);
  return [{ offset: offset === 0 ? 0 : at + offset, bytes: await one(camera, TAGS.olympusBytes) }];
}

/** Canon's CR3: the picture is the sample of a track; smaller ones are in Canon's own boxes. */
async function placesInBoxes(reader: ByteReader): Promise<Found> {
  const places: Place[] = [];
  let orientation: Orientation = 1;
  for await (const box of topBoxes(reader)) {
    if (box.type === "uuid") {
      const head = await readExactly(reader, box.start + 24, 24);
      if (startsWith(head, "PRVW", 4)) places.push({ offset: box.start + 48, bytes: u32be(head, 20) });
    }
    if (box.type !== "moov") continue;
    const content = await boxContent(reader, box);
    for (const { type, content: inner } of innerBoxes(content)) {
      const table = type === "trak" ? findBox(inner, ["mdia", "minf", "stbl"]) : undefined;
      if (table) places.push(...samplesOf(table));
      // A UUID of 16 bytes that names the box.
      const directory = type === "uuid" ? findBox(inner, ["CMT1"], 16) : undefined;
      if (directory && ifdInMemory(directory)) orientation = asOrientation(exifOrientation(directory));
    }
  }
  return { places, orientation };
}

/** The first sample of a track. */
function samplesOf(table: Uint8Array): Place[] {
  const sizes = findBox(table, ["stsz"]);
  const long = findBox(table, ["co64"]);
  const short = findBox(table, ["stco"]);
  if (!sizes) return [];
  const offset = long ? u32be(long, 8) * 2 ** 32 + u32be(long, 12) : short ? u32be(short, 8) : 0;
  return [{ offset, bytes: u32be(sizes, 4) || u32be(sizes, 12) }];
}
