import { u16be, u16le, u32be, u32le } from "../bytes.js";
import type { ByteReader } from "../byte-reader.js";
import { asOrientation, type FormatReader } from "../format-reader.js";
import { type Ifd, ifdEntry, isLittleEndian } from "./ifd.js";

const WIDTH_TAG = 0x0100;
const HEIGHT_TAG = 0x0101;
const ORIENTATION_TAG = 0x0112;
const EXTRA_SAMPLES_TAG = 0x0152;

/** Looks at two directories at most, so a chain of them that bites its own tail cannot hold it. */
export const readTiff: FormatReader = async (reader) => {
  const head = await reader.read(0, 8);
  const littleEndian = isLittleEndian(head);
  if (littleEndian === undefined || head.length < 8) return undefined;
  const firstOffset = littleEndian ? u32le(head, 4) : u32be(head, 4);
  const first = await readDirectory(reader, firstOffset, littleEndian);
  const width = first && ifdEntry(first.ifd, WIDTH_TAG)?.value;
  const height = first && ifdEntry(first.ifd, HEIGHT_TAG)?.value;
  if (!first || width === undefined || height === undefined) return undefined;
  const second = first.next === firstOffset ? undefined : await readDirectory(reader, first.next, littleEndian);
  const isPaged = second !== undefined && ifdEntry(second.ifd, WIDTH_TAG) !== undefined;
  return {
    width,
    height,
    orientation: asOrientation(ifdEntry(first.ifd, ORIENTATION_TAG)?.value),
    frames: isPaged ? "many" : "one",
    alpha: ifdEntry(first.ifd, EXTRA_SAMPLES_TAG) !== undefined,
  };
};

async function readDirectory(
  reader: ByteReader,
  offset: number,
  littleEndian: boolean,
): Promise<{ ifd: Ifd; next: number } | undefined> {
  if (offset < 8) return undefined;
  const head = await reader.read(offset, 2);
  if (head.length < 2) return undefined;
  const bytes = (littleEndian ? u16le(head, 0) : u16be(head, 0)) * 12;
  const body = await reader.read(offset + 2, bytes + 4);
  const next = littleEndian ? u32le(body, bytes) : u32be(body, bytes);
  return { ifd: { entries: body.subarray(0, bytes), littleEndian, isCut: body.length < bytes }, next };
}
