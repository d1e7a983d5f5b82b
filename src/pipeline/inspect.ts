/** Step 2: what the first bytes say, against the limits. Nothing is decoded. */
import { ImageError } from "../shared/errors.js";
import { type ByteReader, FIRST_READ_BYTES } from "../formats/byte-reader.js";
import { foreignFormat } from "../formats/foreign.js";
import { inspectWith } from "../formats/inspect-image.js";
import { mediaTypeOf } from "../formats/media-type.js";
import { FORMAT_NAMES } from "../shared/media-types.js";
import type { ImageHeader } from "../shared/types.js";
import { refuse, validateHeader } from "../shared/validate.js";
import type { Inspected, Received } from "./stages.js";

/** Rejects with `ImageError` for what is no picture, or none of a format that is taken, called by its name where that is known. */
export async function inspect(received: Received): Promise<Inspected> {
  const { original, settings } = received;
  const originalHeader = await readHeader(original);
  refuse(validateHeader(originalHeader, settings.limits, originalHeader.mediaType === "image/jpeg" ? settings.maxStreamedPixels : undefined));
  return { ...received, originalHeader };
}

async function readHeader(reader: ByteReader): Promise<ImageHeader> {
  const header = await inspectWith(reader);
  // A camera raw is a TIFF too, which shows its thumbnail.
  if (header && header.mediaType !== "image/tiff") return header;
  const beginning = await reader.read(0, FIRST_READ_BYTES);
  const foreign = foreignFormat(beginning);
  if (foreign?.isPicture) {
    const message = `The file is ${foreign.name}, which few browsers can decode, or none. Export the picture as JPEG or PNG and add it again.`;
    throw new ImageError("image-format-unsupported", message, { actual: foreign.name });
  }
  if (header) return header;
  const { type } = reader.blob;
  const labelled = type.startsWith("image/") ? `, although it is labelled ${type}` : "";
  const begun = foreign ? undefined : mediaTypeOf(beginning);
  if (begun) throw new ImageError("not-an-image", `The file begins like a ${FORMAT_NAMES[begun]}, but no size can be read from it: it is damaged, or cut off. Copy or download it again.`, { actual: begun });
  const what = foreign ? `not an image but ${foreign.name}${labelled}` : `not an image${labelled}, or its beginning is damaged`;
  throw new ImageError("not-an-image", `The file is ${what}.`, { actual: type || undefined });
}
