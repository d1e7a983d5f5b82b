/** File and header against the limits. Pure; nothing has been decoded yet. The first limit hit is the one named. */
import { ImageError } from "./errors.js";
import { quoteBytes, quotePixelsOver, quoteSize } from "./format-figures.js";
import { formatName } from "./media-types.js";
import type { ImageHeader, ImageLimits, MediaType, Size } from "./types.js";

const SMALLER = "Scale it down and add it again.";

export function validateFile(bytes: number, limits: ImageLimits): ImageError | undefined {
  if (bytes === 0) return new ImageError("file-empty", "The file is empty: 0 bytes.", { actual: 0, limit: 1 });
  if (bytes > limits.maxFileBytes) {
    const message = `The file has ${quoteBytes(bytes)}; the limit is ${quoteBytes(limits.maxFileBytes)}.`;
    return new ImageError("file-too-large", message, { actual: bytes, limit: limits.maxFileBytes });
  }
  return undefined;
}

/** Throws `problem` if there is one. */
export function refuse(problem: ImageError | undefined): void {
  if (problem) throw problem;
}

/** `maxPixels`: overrides the one in `limits`. */
export function validateHeader(
  header: ImageHeader,
  limits: ImageLimits,
  maxPixels = limits.maxPixels,
): ImageError | undefined {
  const { mediaType, width, height } = header;
  if (!limits.accept.includes(mediaType)) {
    const message = `${formatName(mediaType)} is not accepted here. Accepted: ${nameList(limits.accept)}.`;
    return new ImageError("file-invalid-type", message, { actual: mediaType, limit: limits.accept.join(",") });
  }
  // Division, not product: a header may claim sides whose product no number holds exactly (T24).
  if (width > 0 && height > maxPixels / width) {
    return tooManyPixels(header, maxPixels, SMALLER);
  }
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (long > limits.maxEdge) {
    const message = `The image is ${quoteSize(header)}; its longer side may have at most ${limits.maxEdge} pixels. ${SMALLER}`;
    return new ImageError("image-edge-too-long", message, { actual: long, limit: limits.maxEdge });
  }
  // An SVG without a size says 0x0: nothing is known, so nothing is broken.
  if (short < limits.minEdge && long > 0) {
    const message = `The image is ${quoteSize(header)}; its shorter side must have at least ${limits.minEdge} pixels.`;
    return new ImageError("image-edge-too-short", message, { actual: short, limit: limits.minEdge });
  }
  return undefined;
}

/** `wayOut`: a sentence that says what to do. */
export function tooManyPixels(size: Size, maxPixels: number, wayOut: string, cause?: unknown): ImageError {
  const pixels = size.width * size.height;
  const [has, may] = quotePixelsOver(pixels, maxPixels);
  return new ImageError(
    "image-too-many-pixels",
    `The image has ${has} (${quoteSize(size)}); the limit is ${may}. ${wayOut}`,
    { actual: pixels, limit: maxPixels, cause },
  );
}

/** For images that cannot be padded. `minEdgePx`: the endpoint's least side. */
export function validateLeastEdge(size: Size, minEdgePx: number): ImageError | undefined {
  const short = Math.min(size.width, size.height);
  if (short >= minEdgePx) return undefined;
  const message = `The image is ${quoteSize(size)}; the endpoint takes no side under ${minEdgePx} pixels. Choose a larger one.`;
  return new ImageError("image-edge-too-short", message, { actual: short, limit: minEdgePx });
}

/** Of the base64 text of the finished image: within-dimensions files hit this limit too (T9). */
export function validateImageBytes(base64Bytes: number, limits: ImageLimits): ImageError | undefined {
  if (base64Bytes <= limits.maxImageBytes) return undefined;
  const message = `The image has ${quoteBytes(base64Bytes)} as base64; the limit is ${quoteBytes(limits.maxImageBytes)}.`;
  return new ImageError("image-too-large", message, { actual: base64Bytes, limit: limits.maxImageBytes });
}

function nameList(accept: readonly MediaType[]): string {
  return accept.map(formatName).join(", ");
}
