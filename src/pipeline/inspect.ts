/** Step 2: reads the header and checks it against the limits. Nothing is decoded. */
import { type ByteReader, FIRST_READ_BYTES } from "../formats/byte-reader.js";
import { foreignFormat } from "../formats/foreign-format.js";
import { registry } from "../formats/registry.js";
import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { ImageHeader } from "../shared/types.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { decodedSize } from "./decode-by-app.js";
import type { AppCode } from "./prepare-job.js";
import { refuse, validateHeader } from "../shared/validate.js";
import type { Inspected, Received } from "./stages.js";

/** How many bytes of the file an app's `sniff` gets. */
const SNIFFED_BYTES = 4_096;

/** Throws `ImageError`, `AppCodeWanted`, or the signal's reason. */
export async function inspect(received: Received): Promise<Inspected> {
  const { original, settings, app, signal } = received;
  const originalHeader = await ofPage(await readHeader(original, app, signal), app, signal);
  refuse(
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
async function readHeader(reader: ByteReader, app: AppCode, signal: AbortSignal | undefined): Promise<ImageHeader> {
  const header = await registry.inspect(reader);
  const head = await reader.read(0, FIRST_READ_BYTES);
  const rejection = whyNotTaken(header, head, reader.blob.type, app);
  if (!rejection) return header!;
  if (app.sniffs && !app.sniffed)
    throw new AppCodeWanted({ status: "sniff-by-app", head: head.slice(0, SNIFFED_BYTES) });
  const mediaType = app.sniffed?.mediaType;
  if (mediaType === undefined) throw rejection;
  const decoded = app.decoded && (await decodedSize(app.decoded, signal));
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

/** We read the header of a file's first page; the size of another page is that of the decoded picture. */
async function ofPage(
  header: ImageHeader,
  { page = 1, decoded }: AppCode,
  signal: AbortSignal | undefined,
): Promise<ImageHeader> {
  const size = page > 1 && decoded && (await decodedSize(decoded, signal));
  return size ? { ...header, width: size.width, height: size.height, orientation: 1 } : header;
}

function whyNotTaken(
  header: ImageHeader | undefined,
  head: Uint8Array,
  type: string,
  { decodes }: AppCode,
): ImageError | undefined {
  const { foreign, unsupported } = (header && registry.formatOf(header.mediaType)) ?? {};
  const foreignToIt = foreign?.(head);
  if (foreignToIt !== undefined) return foreignPicture(foreignToIt);
  if (header)
    return unsupported === undefined || decodes.includes(header.mediaType)
      ? undefined
      : new ImageError("image-format-unsupported", unsupported, { actual: header.mediaType });
  const other = foreignFormat(head);
  if (other?.isPicture) return foreignPicture(other.name);
  const begun = other ? undefined : registry.sniff(head);
  if (begun)
    return new ImageError(
      "not-an-image",
      `This ${formatName(begun)} is damaged or incomplete: its size can't be read. Download or copy it again.`,
      { actual: begun },
    );
  const message = other ? `Not an image but ${other.name}.` : "Not an image, or damaged.";
  return new ImageError("not-an-image", message, { actual: type || undefined });
}

function foreignPicture(name: string): ImageError {
  const message = `This is ${name}, which isn't supported. Save it as JPEG or PNG.`;
  return new ImageError("image-format-unsupported", message, { actual: name });
}
