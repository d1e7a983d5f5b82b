/** Decodes TIFF one strip or tile at a time, so that besides the picture only one of them is in memory. */
import { createByteReader } from "../../formats/byte-reader.js";
import { isDisplayP3Profile } from "../../formats/icc/known-profile.js";
import { rotateUpright } from "../../pixels/orientation.js";
import type { PageList } from "../../shared/app-codecs.js";
import { ImageError } from "../../shared/errors.js";
import { countBytes } from "../../shared/format-figures.js";
import { readBytes } from "../../shared/read-bytes.js";
import type { Size } from "../../shared/types.js";
import { displayP3ToSrgb } from "../display-p3-to-srgb.js";
import { type Directory, openTiff, readDirectory, type TiffFile, topOffsets } from "./directory.js";
import { decodeJpeg, noTables } from "./jpeg.js";
import { PHOTOMETRIC, readPage, TAGS, type TiffPage, WANTED_TAGS } from "./page.js";
import { unpackChunk } from "./unpack-chunk.js";
import { type Canvas, finishPixels, placeChunk } from "./write-pixels.js";

/** No scan has more; a chain of directories could be as long as its file. */
const MAX_DIRECTORIES = 2_000;

const SIZE_TAGS: ReadonlySet<number> = new Set([TAGS.subfileType, TAGS.width, TAGS.height, TAGS.orientation]);
const REDUCED = 1;

/** Upright sizes of all pages. Smaller versions of a page, and masks, are not counted. */
export async function tiffPages(file: Blob): Promise<PageList> {
  const { pages } = await openPages(file);
  const sizes = pages.map(({ size }) => size);
  return { count: Math.max(1, sizes.length), sizes };
}

export interface TiffRequest {
  /** Counted from 1. */
  page: number;
  maxPixels: number;
  /** Whether part of a picture is wanted if the file ends early; what is missing is then white. @default "reject" */
  truncated?: "reject" | "accept";
}

export interface TiffReport {
  onProgress?: (fraction: number) => void;
  /** Completes the sentence "This TIFF is incomplete: ...". */
  onTruncated?: (why: string) => void;
}

/** Upright, in sRGB. Rejects with `ImageError`, or with anything for a damaged file. */
export async function decodeTiff(
  file: Blob,
  { page: number, maxPixels, truncated = "reject" }: TiffRequest,
  { onProgress = () => {}, onTruncated = () => {} }: TiffReport = {},
): Promise<Canvas> {
  const { tiff, pages } = await openPages(file, number);
  const wanted = pages[number - 1];
  if (!wanted) throw new Error(`There is no page ${number}.`);
  const page = readPage(await readDirectory(tiff, wanted.offset, WANTED_TAGS), file.size, maxPixels);
  const { width, height } = page;
  const canvas: Canvas = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  const { missing, neededBytes } = await readChunks(file, tiff, page, canvas, {
    mayLack: truncated === "accept",
    onProgress,
  });
  finishPixels(canvas, page);
  if (missing.length > 0) {
    blank(canvas, missing);
    onTruncated(`it has ${countBytes(file.size)} of ${countBytes(neededBytes)}`);
  }
  const profile = page.directory.get(TAGS.iccProfile);
  if (profile && isDisplayP3Profile(Uint8Array.from(profile))) displayP3ToSrgb(canvas.data);
  if (page.orientation === 1) return canvas;
  const { pixels, ...size } = rotateUpright({ ...canvas, pixels: canvas.data }, page.orientation);
  return { ...size, data: pixels };
}

interface PagePlace {
  offset: number;
  size: Size | undefined;
}

async function openPages(file: Blob, most = MAX_DIRECTORIES): Promise<{ tiff: TiffFile; pages: PagePlace[] }> {
  const tiff = await openTiff(createByteReader(file));
  if (!tiff) throw new Error("It does not begin like a TIFF.");
  const pages: PagePlace[] = [];
  for (const offset of await topOffsets(tiff, MAX_DIRECTORIES)) {
    const directory = await readDirectory(tiff, offset, SIZE_TAGS);
    if (isPage(directory, pages.length === 0)) pages.push({ offset, size: uprightSize(directory) });
    if (pages.length >= most) break;
  }
  return { tiff, pages };
}

function isPage(directory: Directory, isFirst: boolean): boolean {
  if (!directory.has(TAGS.width)) return false;
  const kind = directory.get(TAGS.subfileType)?.[0] ?? 0;
  return isFirst || ((kind & REDUCED) === 0 && (kind & 4) === 0);
}

function uprightSize(directory: Directory): Size | undefined {
  const [width = 0, height = 0] = [directory.get(TAGS.width)?.[0], directory.get(TAGS.height)?.[0]];
  if (width === 0 || height === 0) return undefined;
  return (directory.get(TAGS.orientation)?.[0] ?? 1) >= 5 ? { width: height, height: width } : { width, height };
}

/** Part of a picture, in pixels as stored. */
interface Area extends Size {
  left: number;
  top: number;
}

interface Lack {
  missing: Area[];
  /** The length that the file should have. */
  neededBytes: number;
}

/** `mayLack`: a part is accepted if the data ends early. Rejects if nothing is there. */
async function readChunks(
  file: Blob,
  { littleEndian }: TiffFile,
  page: TiffPage,
  canvas: Canvas,
  { mayLack, onProgress }: { mayLack: boolean; onProgress: (fraction: number) => void },
): Promise<Lack> {
  const { width, height, chunk, offsets, counts, samples, isPlanar, isTiled } = page;
  const across = Math.ceil(width / chunk.width);
  const perPlane = across * Math.ceil(height / chunk.height);
  const total = perPlane * (isPlanar ? samples : 1);
  if (offsets.length < total && !isOldJpeg(page)) throw new Error("Strips or tiles are missing.");
  const shared = page.directory.get(TAGS.jpegTables);
  const jpegTables = () => {
    const tables = noTables();
    if (shared) decodeJpeg(Uint8Array.from(shared), tables, 0);
    return tables;
  };
  if (isOldJpeg(page)) {
    const start = page.directory.get(TAGS.oldJpegStart)![0]!;
    const whole = { width, height, samples };
    const stated = page.directory.get(TAGS.oldJpegBytes)?.[0] ?? file.size;
    // Some files state only the length of the tables.
    const end = Math.max(start + stated, ...offsets.map((offset, at) => offset + (counts[at] ?? 0)));
    const bytes = new Uint8Array(await readBytes(file.slice(start, end)));
    const isShort = end > file.size;
    const unpacking = unpackChunk(bytes, whole, page, { littleEndian, jpegTables, isCut: isShort && mayLack });
    const { samples: pixels, rows } = await unpacking.catch((cause: unknown) => {
      throw isShort ? truncatedError(end, file.size) : cause;
    });
    if (rows === 0) throw truncatedError(end, file.size);
    placeChunk(pixels, whole, { left: 0, top: 0, plane: 0 }, canvas, page);
    return { missing: rows < height ? [{ left: 0, top: rows, width, height: height - rows }] : [], neededBytes: end };
  }
  const missing: Area[] = [];
  let [neededBytes, isAnyThere] = [0, false];
  for (let at = 0; at < total; at++) {
    const plane = Math.floor(at / perPlane);
    // Planes after the fourth are not visible.
    if (plane >= 4) break;
    const place = at % perPlane;
    const [left, top] = [(place % across) * chunk.width, Math.floor(place / across) * chunk.height];
    const own = {
      width: chunk.width,
      height: isTiled ? chunk.height : Math.min(chunk.height, height - top),
      samples: isPlanar ? 1 : samples,
    };
    const offset = offsets[at]!;
    // Uncompressed data has the length that it must have, whatever the file states.
    const plain = Math.ceil((own.width * own.samples * page.bits) / 8) * own.height;
    const count = page.compression === 1 && page.photometric !== PHOTOMETRIC.ycbcr ? plain : counts[at]!;
    // Empty, in a sparse file.
    if (counts[at] === 0 && (isTiled || offset === 0)) continue;
    const isCut = offset + count > file.size;
    if (isCut) neededBytes = Math.max(neededBytes, offset + count);
    if (isCut && !mayLack) throw truncatedError(neededBytes, file.size);
    const bytes = new Uint8Array(await readBytes(file.slice(offset, offset + count)));
    const unpacked = await unpackChunk(bytes, own, page, { littleEndian, jpegTables, isCut }).catch(
      (cause: unknown) => {
        if (!isCut) throw cause;
        return undefined;
      },
    );
    const rows = unpacked?.rows ?? 0;
    if (unpacked) placeChunk(unpacked.samples, own, { left, top, plane }, canvas, page);
    if (rows > 0) isAnyThere = true;
    if (rows < own.height) missing.push({ left, top: top + rows, width: own.width, height: own.height - rows });
    if (at % 64 === 63) onProgress(at / total);
  }
  if (missing.length > 0 && !isAnyThere) throw truncatedError(neededBytes, file.size);
  return { missing, neededBytes };
}

/** White, as everywhere where something is missing. */
function blank({ width, height, data }: Canvas, areas: readonly Area[]): void {
  const pixels = new Uint32Array(data.buffer);
  for (const area of areas) {
    const right = Math.min(width, area.left + area.width);
    for (let y = area.top; y < Math.min(height, area.top + area.height); y++)
      pixels.fill(0xffffffff, y * width + area.left, y * width + right);
  }
}

function isOldJpeg({ compression, directory }: TiffPage): boolean {
  return compression === 6 && directory.has(TAGS.oldJpegStart);
}

function truncatedError(needed: number, bytes: number): ImageError {
  const message = `The TIFF file ends early: it has ${bytes} bytes of ${needed}. Copy or download it again.`;
  return new ImageError("image-truncated", message, { actual: bytes, limit: needed });
}
