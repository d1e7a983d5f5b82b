/** Reads and checks what a directory says about its picture. */
import { asOrientation } from "../../formats/format.js";
import { ImageError } from "../../shared/errors.js";
import { quotePixels, quoteSize } from "../../shared/format-figures.js";
import type { Orientation, Size } from "../../shared/types.js";
import type { Directory } from "./directory.js";

export const TAGS = {
  subfileType: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  t4Options: 292,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  oldJpegStart: 513,
  oldJpegBytes: 514,
  subsampling: 530,
  iccProfile: 34_675,
} as const;

export const WANTED_TAGS: ReadonlySet<number> = new Set(Object.values(TAGS));

export const PHOTOMETRIC = {
  whiteIsZero: 0,
  blackIsZero: 1,
  rgb: 2,
  palette: 3,
  mask: 4,
  inks: 5,
  ycbcr: 6,
  lab: 8,
  iccLab: 9,
} as const;

/** By the value of the tag. */
const FORMATS: Readonly<Record<number, "signed" | "float">> = { 2: "signed", 3: "float" };

export interface TiffPage extends Size {
  directory: Directory;
  /** Bits of one sample; all samples have the same. */
  bits: number;
  samples: number;
  compression: number;
  photometric: number;
  isPlanar: boolean;
  orientation: Orientation;
  /** Size of a strip or a tile. */
  chunk: Size;
  isTiled: boolean;
  offsets: readonly number[];
  counts: readonly number[];
  predictor: number;
  format: "unsigned" | "signed" | "float";
  alpha: "none" | "straight" | "premultiplied";
}

/**
 * Throws `ImageError` for a picture that is too large or of an unknown kind, and anything for a directory that makes no sense.
 */
export function readPage(directory: Directory, fileBytes: number, maxPixels: number): TiffPage {
  const one = (tag: number, otherwise = 0): number => directory.get(tag)?.[0] ?? otherwise;
  const [width, height] = [one(TAGS.width), one(TAGS.height)];
  if (width === 0 || height === 0) throw new Error("The directory states no size.");
  // A division instead of a product: no number holds the product of two sides of 32 bits.
  if (height > maxPixels / width) {
    const message = `Too large: ${quoteSize({ width, height })} pixels. The limit is ${quotePixels(maxPixels)}.`;
    throw new ImageError("image-too-many-pixels", message, { actual: width * height, limit: maxPixels });
  }
  const samples = one(TAGS.samples, directory.get(TAGS.bits)?.length ?? 1);
  // Some files list more of them than there are samples.
  const bitsOf = (directory.get(TAGS.bits) ?? [1]).slice(0, samples);
  const bits = bitsOf[0]!;
  const compression = one(TAGS.compression, 1);
  const photometric = one(TAGS.photometric, samples >= 3 ? PHOTOMETRIC.rgb : PHOTOMETRIC.blackIsZero);
  if (samples < 1 || samples > 16 || bits < 1 || bits > 64 || bitsOf.some((each) => each !== bits))
    throw unsupported(`${samples} samples of ${bitsOf.join(", ")} bits`);
  if (!Object.values(PHOTOMETRIC).some((known) => known === photometric))
    throw unsupported(`colours of kind ${photometric}`);
  const isTiled = directory.has(TAGS.tileWidth);
  const rowsPerStrip = Math.min(height, one(TAGS.rowsPerStrip, height) || height);
  const chunk = isTiled
    ? { width: one(TAGS.tileWidth), height: one(TAGS.tileHeight) }
    : { width, height: rowsPerStrip };
  // Tiles are multiples of 16, and not much larger than the picture.
  if (chunk.width < 1 || chunk.height < 1 || chunk.width * chunk.height > Math.max(2 ** 24, 4 * width * height))
    throw new Error("The directory states no size of its tiles.");
  const oldJpeg = directory.get(TAGS.oldJpegStart);
  // Some files give tiles the tags of strips.
  const offsets = directory.get(TAGS.tileOffsets) ?? directory.get(TAGS.stripOffsets) ?? oldJpeg ?? [];
  const stated = directory.get(TAGS.tileBytes) ?? directory.get(TAGS.stripBytes);
  const counts = offsets.map((offset, at) => {
    const count = stated?.[at];
    // Sparse files, as written by GDAL, state 0 for empty parts. For a strip with an offset, 0 means that its writer did not know
    // the length.
    return count === 0 && (isTiled || offset === 0) ? 0 : count || Math.max(0, fileBytes - offset);
  });
  const format = FORMATS[one(TAGS.sampleFormat, 1)] ?? "unsigned";
  if (format === "float" && bits !== 16 && bits !== 32 && bits !== 64) throw unsupported(`numbers of ${bits} bits`);
  const colours = coloursOf(photometric);
  // If nothing says what a fourth sample is, it is opacity.
  const extra = samples > colours ? one(TAGS.extraSamples, samples === 4 ? 2 : 0) : 0;
  return {
    directory,
    width,
    height,
    bits,
    samples,
    compression,
    photometric,
    isPlanar: samples > 1 && one(TAGS.planar, 1) === 2,
    orientation: asOrientation(one(TAGS.orientation, 1)),
    chunk,
    isTiled,
    offsets,
    counts,
    predictor: one(TAGS.predictor, 1),
    format,
    alpha: extra === 1 ? "premultiplied" : extra === 2 ? "straight" : "none",
  };
}

/** Samples per colour. */
function coloursOf(photometric: number): number {
  if (photometric === PHOTOMETRIC.inks) return 4;
  return photometric === PHOTOMETRIC.rgb || photometric >= PHOTOMETRIC.ycbcr ? 3 : 1;
}

/** `what`: used in a sentence. */
export function unsupported(what: string): ImageError {
  const message = `This TIFF holds ${what}, which isn't supported. Save it as JPEG or PNG.`;
  return new ImageError("image-format-unsupported", message, { actual: what });
}
