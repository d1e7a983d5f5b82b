/** Step 2: reads the header and checks it against the limits. Nothing is decoded. */
import { FIRST_READ_BYTES } from "../formats/byte-reader.js";
import type { ImageHeader } from "../shared/types.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { decodedSize } from "./decode-by-app.js";
import { NotAPhoto } from "./not-a-photo.js";
import { throwIfProblem, validateHeader } from "../shared/validate.js";
import type { Inspected, Received } from "./stages.js";

/** How many bytes of the file an app's `sniff` gets. */
const SNIFFED_BYTES = 4_096;

/** Throws `ImageError`, `AppCodeWanted`, or the signal's reason. */
export async function inspect(received: Received): Promise<Inspected> {
  const { settings, app } = received;
  const originalHeader = await ofPage(await readHeader(received), received);
  throwIfProblem(
    validateHeader(
      originalHeader,
      settings.limits,
      originalHeader.mediaType === "image/jpeg" ? settings.maxStreamedPixels : undefined,
    ),
  );
  if (app.sniffed && !app.decoded) throw new AppCodeWanted({ status: "decode-by-app", header: originalHeader });
  return { ...received, originalHeader };
}

/**
 * Throws `ImageError` if the file is no picture, or of a format that is not accepted; the message names the format if it is
 * known. Throws `AppCodeWanted` before that, until the app's decoders have been asked about the file. If only they know the
 * format, the size is that of the decoded picture, or 0x0 before it is decoded.
 */
async function readHeader(received: Received): Promise<ImageHeader> {
  const { original: reader, registry, rare, app } = received;
  const header = await registry.inspect(reader);
  if (!rare) return onePhoto(header);
  const head = await reader.read(0, FIRST_READ_BYTES);
  const rejection = rare.whyNotTaken(header, head, reader.blob.type, received);
  if (!rejection) return header!;
  if (app.sniffs && !app.sniffed)
    throw new AppCodeWanted({ status: "sniff-by-app", head: head.slice(0, SNIFFED_BYTES) });
  const mediaType = app.sniffed?.mediaType;
  if (mediaType === undefined) throw rejection;
  const decoded = app.decoded && (await decodedSize(app.decoded, received));
  return {
    mediaType,
    width: decoded?.width ?? 0,
    height: decoded?.height ?? 0,
    orientation: 1,
    frames: "one",
    alpha: decoded?.alpha,
    bytes: reader.size,
  };
}

/** In the photo worker. The first picture of a JPEG is the photo; another file with several pictures is an animation. */
function onePhoto(header: ImageHeader | undefined): ImageHeader {
  if (!header || (header.frames === "many" && header.mediaType !== "image/jpeg")) throw new NotAPhoto();
  return header;
}

/** We read the header of a file's first page; the size of another page is that of the decoded picture. */
async function ofPage(header: ImageHeader, received: Received): Promise<ImageHeader> {
  const { page = 1, decoded } = received.app;
  const size = page > 1 && decoded && (await decodedSize(decoded, received));
  return size ? { ...header, width: size.width, height: size.height, orientation: 1 } : header;
}
