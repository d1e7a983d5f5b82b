/** Formats that the app decodes itself. A file that its decoder returns is treated like any other; pixels are encoded as they are. */
import { AppCodeWanted } from "./app-code-wanted.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import type { Pixels } from "../pixels/encode-job.js";
import { formatName } from "../shared/media-types.js";
import { isBlob } from "../shared/platform-types.js";
import { createFileReader } from "./file-reader.js";
import type { ImageHeader, Size } from "../shared/types.js";
import type { Inspected, Received } from "./stages.js";

export interface DecodedByApp {
  /** Header of the file that it made, or of the original if it made pixels. */
  reader: ByteReader;
  header: ImageHeader;
  pixels?: Pixels | undefined;
}

/** `undefined`: the app does not decode this format. Throws `AppCodeWanted` until the app has decoded it. */
export async function decodedByApp({
  original,
  originalHeader: header,
  app: { decodes, decoded },
  registry,
  signal,
}: Inspected): Promise<DecodedByApp | undefined> {
  if (!decodes.includes(header.mediaType)) return undefined;
  if (!decoded) throw new AppCodeWanted({ status: "decode-by-app", header });
  if (!isBlob(decoded)) return { reader: original, header: headerOfPixels(decoded, header), pixels: decoded };
  const reader = createFileReader(decoded, signal);
  const made = await registry.inspect(reader);
  if (!made)
    throw new ImageError("image-undecodable", `The ${formatName(header.mediaType)} decoder did not return an image.`);
  return { reader, header: made };
}

/** Header of what the app made, upright; `undefined`: it is not an image. */
export async function decodedSize(
  decoded: Blob | Pixels,
  { registry, signal }: Pick<Received, "registry" | "signal">,
): Promise<(Size & Pick<ImageHeader, "alpha">) | undefined> {
  if (isBlob(decoded)) return registry.inspect(createFileReader(decoded, signal));
  return { width: decoded.width, height: decoded.height, alpha: undefined };
}

function headerOfPixels({ width, height }: Size, { mediaType, bytes }: ImageHeader): ImageHeader {
  return { mediaType, width, height, orientation: 1, frames: "one", alpha: undefined, bytes };
}
