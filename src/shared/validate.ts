/** Checks file and header against the limits. Pure; nothing has been decoded yet. The error is about the first limit exceeded. */
import { ImageError } from "./errors.js";
import { quoteBytesOver, quotePixels, quoteSide, quoteSize } from "./format-figures.js";
import { formatName } from "./media-types.js";
import type { ImageHeader, ImageLimits, MediaType, Size } from "./types.js";

export function validateFile(bytes: number, limits: ImageLimits): ImageError | undefined {
  if (bytes === 0) return new ImageError("file-empty", "The file is empty.", { actual: 0, limit: 1 });
  if (bytes > limits.maxFileBytes) {
    const [has, may] = quoteBytesOver(bytes, limits.maxFileBytes);
    const message = `Too large: ${has}. The limit is ${may}.`;
    return new ImageError("file-too-large", message, { actual: bytes, limit: limits.maxFileBytes });
  }
  return undefined;
}

/** Throws `problem` if there is one. */
export function throwIfProblem(problem: ImageError | undefined): void {
  if (problem) throw problem;
}

/** `maxPixels`: replaces the one in `limits`. */
export function validateHeader(
  header: ImageHeader,
  limits: ImageLimits,
  maxPixels = limits.maxPixels,
): ImageError | undefined {
  const { mediaType, width, height } = header;
  if (!limits.accept.includes(mediaType)) {
    const message =
      mediaType === "image/svg+xml" && limits.accept.includes("image/png")
        ? "SVG isn't supported. Save it as PNG."
        : `${formatName(mediaType)} isn't accepted here. Accepted: ${nameList(limits.accept)}.`;
    return new ImageError("file-invalid-type", message, { actual: mediaType, limit: limits.accept.join(",") });
  }
  // A division instead of a product: a header may state sides whose product no number holds exactly (T24).
  if (width > 0 && height > maxPixels / width) {
    return tooManyPixels(header, maxPixels);
  }
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (long > limits.maxEdge) {
    const message = `Too large: ${quoteSize(header)} pixels. The longer side may have at most ${quoteSide(limits.maxEdge)}.`;
    return new ImageError("image-edge-too-long", message, { actual: long, limit: limits.maxEdge });
  }
  // An SVG without a size is read as 0x0, which exceeds no limit.
  if (short < limits.minEdge && long > 0) {
    const message = `Too small: ${quoteSize(header)} pixels. Each side must have at least ${quoteSide(limits.minEdge)}.`;
    return new ImageError("image-edge-too-short", message, { actual: short, limit: limits.minEdge });
  }
  return undefined;
}

/** `wayOut`: a sentence that says what to do. */
export function tooManyPixels(size: Size, maxPixels: number, wayOut = "", cause?: unknown): ImageError {
  const message = `Too large: ${quoteSize(size)} pixels. The limit is ${quotePixels(maxPixels)}. ${wayOut}`.trim();
  return new ImageError("image-too-many-pixels", message, {
    actual: size.width * size.height,
    limit: maxPixels,
    cause,
  });
}

/** For images that cannot be padded. `minEdgePx`: the shortest side that the endpoint takes. */
export function validateLeastEdge(size: Size, minEdgePx: number): ImageError | undefined {
  const short = Math.min(size.width, size.height);
  if (short >= minEdgePx) return undefined;
  const message = `Too small: ${quoteSize(size)} pixels. This API needs at least ${minEdgePx} a side.`;
  return new ImageError("image-edge-too-short", message, { actual: short, limit: minEdgePx });
}

/** Checks the base64 text of the finished image: an image of an allowed size in pixels can exceed this limit too (T9). */
export function validateImageBytes(base64Bytes: number, limits: ImageLimits): ImageError | undefined {
  if (base64Bytes <= limits.maxImageBytes) return undefined;
  const [has, may] = quoteBytesOver(base64Bytes, limits.maxImageBytes);
  const message = `Too large: ${has} as sent. The limit is ${may}.`;
  return new ImageError("image-too-large", message, { actual: base64Bytes, limit: limits.maxImageBytes });
}

function nameList(accept: readonly MediaType[]): string {
  return accept.map(formatName).join(", ");
}
