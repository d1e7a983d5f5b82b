/** Decodes PDF page by page. PDFium draws the page; this file decides how large its picture becomes. */
import type { DecodeProgress, PageList } from "../../shared/app-codecs.js";
import { ImageError } from "../../shared/errors.js";
import type { Size } from "../../shared/types.js";
import { forgetPdfium, openPdf, type PdfDocument, type PdfRequest } from "./pdfium.js";

/** Dots per inch: letters of 6 points, the smallest in use, are 17 pixels high. */
const RESOLUTION = 200;
const POINTS_PER_INCH = 72;
/** Each takes four bytes per pixel in memory; A3 at 200 dots per inch has 7.7 million pixels. */
const MAX_PIXELS = 16_000_000;
/** The limit of canvases. */
const MAX_SIDE = 16_384;
/** The sizes of further pages are not read: no endpoint takes that many images. */
const MAX_SIZES = 1_000;

type OnProgress = (progress: DecodeProgress) => void;

/**
 * Returns how many pages there are, and the sizes of their pictures. Pages at the end that the file counts but does not have are
 * left out.
 */
export function pdfPages(file: Blob, request: PdfRequest, onProgress: OnProgress): Promise<PageList> {
  return withPdf(file, request, onProgress, ({ pageCount, pageSize }) => {
    const sizes = Array.from({ length: Math.min(pageCount, MAX_SIZES) }, (_, index) => {
      const points = pageSize(index);
      return points && pictureSize(points);
    });
    const found = sizes.findLastIndex((size) => size !== undefined) + 1;
    if (found === 0) throw new ImageError("image-undecodable", "This PDF has no pages.");
    return { count: found === sizes.length ? pageCount : found, sizes: sizes.slice(0, found) };
  });
}

/** On white, in sRGB. `page` is counted from 1. Rejects with `ImageError`, or with anything for a damaged file. */
export function decodePdf(
  file: Blob,
  { page, box, maxPixels, ...request }: PdfRequest & { page: number; box: Size; maxPixels: number },
  onProgress: OnProgress,
): Promise<ImageData> {
  return withPdf(file, request, onProgress, ({ pageSize, render }) => {
    const points = pageSize(page - 1);
    if (!points) throw new Error(`There is no page ${page}.`);
    const { width, height } = sizeFor(pictureSize(points), box, maxPixels);
    return new ImageData(render(page - 1, { width, height }), width, height);
  });
}

async function withPdf<T>(
  file: Blob,
  request: PdfRequest,
  onProgress: OnProgress,
  work: (document: PdfDocument) => T,
): Promise<T> {
  try {
    return work(await openPdf(file, request, onProgress));
  } catch (cause) {
    if (!(cause instanceof ImageError)) forgetPdfium();
    throw cause;
  }
}

/** In pixels, at the full resolution, or less for a poster. */
export function pictureSize({ width, height }: Size): Size {
  const scale = Math.min(
    RESOLUTION / POINTS_PER_INCH,
    MAX_SIDE / Math.max(width, height),
    Math.sqrt(MAX_PIXELS / width / height),
  );
  return scaled({ width, height }, scale);
}

/** A thumbnail needs fewer pixels: twice the box's longer side is enough to downsize from. */
function sizeFor(size: Size, box: Size, maxPixels: number): Size {
  const enough = (2 * Math.max(box.width, box.height)) / Math.max(size.width, size.height);
  return scaled(size, Math.min(1, enough, Math.sqrt(maxPixels / size.width / size.height)));
}

function scaled({ width, height }: Size, scale: number): Size {
  // Rounded down, so that no limit is exceeded.
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
