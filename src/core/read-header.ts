import { ImageError } from "./errors.js";
import { createByteReader, FIRST_READ_BYTES } from "./inspect/byte-reader.js";
import { foreignFormat } from "./inspect/foreign.js";
import { inspectImage } from "./inspect/inspect-image.js";
import { mediaTypeOf } from "./inspect/media-type.js";
import { FORMAT_NAMES } from "./media-types.js";
import { readFile } from "./read-file.js";
import type { ImageHeader } from "./types.js";

/** Rejects with `ImageError` for what is no picture, or none of a format that is taken, called by its name where that is known. */
export async function readHeader(file: Blob, signal: AbortSignal | undefined): Promise<ImageHeader> {
  const header = await readFile(() => inspectImage(file, signal && { signal }), signal);
  // A camera raw is a TIFF too, which shows its thumbnail.
  if (header && header.mediaType !== "image/tiff") return header;
  const beginning = await readFile(() => createByteReader(file, signal).read(0, FIRST_READ_BYTES), signal);
  const foreign = foreignFormat(beginning);
  if (foreign?.isPicture) {
    const message = `The file is ${foreign.name}, which browsers cannot decode. Export the picture as JPEG or PNG and add it again.`;
    throw new ImageError("image-format-unsupported", message, { actual: foreign.name });
  }
  if (header) return header;
  const labelled = file.type.startsWith("image/") ? `, although it is labelled ${file.type}` : "";
  const begun = foreign ? undefined : mediaTypeOf(beginning);
  if (begun) throw new ImageError("not-an-image", `The file begins like a ${FORMAT_NAMES[begun]}, but no size can be read from it: it is damaged, or cut off. Copy or download it again.`, { actual: begun });
  const what = foreign ? `not an image but ${foreign.name}${labelled}` : `not an image${labelled}, or its beginning is damaged`;
  throw new ImageError("not-an-image", `The file is ${what}.`, { actual: file.type || undefined });
}
