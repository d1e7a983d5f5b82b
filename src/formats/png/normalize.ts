import { type ByteReader, readExactly } from "../byte-reader.js";
import { u32be } from "../bytes.js";
import {
  CHUNK_FRAME_BYTES,
  CHUNK_HEAD_BYTES,
  MAX_EXIF_BYTES,
  type PngChunk,
  pngChunks,
  SIGNATURE_BYTES,
} from "./chunks.js";
import { pngChunk } from "./write-png.js";
import type { ImageHeader } from "../../shared/types.js";
import { exifOf, isPlainExif } from "../exif/write-exif.js";
import { around, type Piece, type Normalize } from "../piece.js";
import { firstFrame } from "./first-frame.js";

const IHDR_END = SIGNATURE_BYTES + 25;
/** The gamma of sRGB, which most files state beside a profile, where it does no harm. */
const USUAL_GAMMA = 45_455;
const USUAL_TOLERANCE = 200;

/**
 * Browsers differ on three things. EXIF: as in a JPEG. Gamma beside a profile or `sRGB`, which override it: WebKit and Firefox
 * apply it anyway. Animations: WebKitGTK's process crashes on a wrong frame count (as ffmpeg writes into a pipe), and each
 * browser draws damaged frames differently; only the first frame is used, so it becomes the file's only picture.
 */
export const normalizePng: Normalize = async (reader, header) => {
  const chunks: PngChunk[] = [];
  for await (const chunk of pngChunks(reader)) {
    if (chunk.type === "IDAT" || chunk.type === "IEND" || chunk.to > reader.size) break;
    chunks.push(chunk);
  }
  const of = (type: string) => chunks.filter((chunk) => chunk.type === type);
  const holes: PngChunk[] = [];
  const exif = of("eXIf");
  const isExifPlain = exif.length === 0 || (exif.length === 1 && (await isPlain(reader, exif[0]!)));
  if (!isExifPlain) holes.push(...exif);
  if (of("sRGB").length + of("iCCP").length > 0 && (await hasUnusualGamma(reader, of("gAMA"))))
    holes.push(...of("gAMA"), ...of("cHRM"));
  const isAnimated = of("acTL").length > 0;
  if (holes.length === 0 && !isAnimated) return undefined;
  const orientation: Piece[] =
    isExifPlain || header.orientation === 1 ? [] : [pngChunk("eXIf", exifOf(header.orientation))];
  const begin = (gone: readonly PngChunk[], to: number): Piece[] => [
    { from: 0, to: IHDR_END },
    ...orientation,
    ...around(
      gone.toSorted((a, b) => a.from - b.from),
      IHDR_END,
      to,
    ),
  ];
  const pixels = chunks.at(-1)?.to ?? IHDR_END;
  if (!isAnimated) return begin(holes, reader.size);
  const still = [...holes, ...of("acTL"), ...of("fcTL")];
  return [
    ...begin(still, pixels),
    ...(await firstFrame(reader, { at: pixels, isFirst: of("fcTL").length > 0, size: stored(header) })),
  ];
};

/** `readPng` checks its checksum: if it is wrong no browser reads the chunk, and neither do we. */
async function isPlain(reader: ByteReader, { from, to }: PngChunk): Promise<boolean> {
  const bytes = to - from - CHUNK_FRAME_BYTES;
  return bytes <= MAX_EXIF_BYTES && isPlainExif(await readExactly(reader, from + CHUNK_HEAD_BYTES, bytes));
}

/** As it is in the file. */
const stored = ({ width, height, orientation }: ImageHeader) =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

async function hasUnusualGamma(reader: ByteReader, chunks: readonly PngChunk[]): Promise<boolean> {
  for (const { from } of chunks) {
    if (Math.abs(u32be(await reader.read(from + 8, 4), 0) - USUAL_GAMMA) > USUAL_TOLERANCE) return true;
  }
  return false;
}
