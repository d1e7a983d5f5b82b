/** The file itself instead of a new one: its pixels untouched, its metadata cut out. */
import { registry } from "../formats/registry.js";
import { base64Length } from "../shared/base64.js";
import { keptBecauseUnwritable } from "./changes.js";
import { ImageError, messageOf } from "../shared/errors.js";
import { quoteSize } from "../shared/format-figures.js";
import { formatName, isSentMediaType } from "../shared/media-types.js";
import type { OpenPicture } from "./open-picture.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader, SentMediaType, Size } from "../shared/types.js";
import { validateImageBytes, validateLeastEdge } from "../shared/validate.js";

export interface Sent extends Size {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
}

/** `undefined`: of a type that is never sent, or nothing can be cut out of it without touching a pixel. */
export async function cutMetadata(file: Blob, header: ImageHeader, signal: AbortSignal | undefined): Promise<(Sent & { removed: string[] }) | undefined> {
  const { mediaType, width, height } = header;
  if (!isSentMediaType(mediaType)) return undefined;
  const cut = registry.strip(new Uint8Array(await readFile(() => readBytes(file), signal)), mediaType);
  return cut && { bytes: cut.bytes, mediaType, width, height, removed: cut.removed };
}

/**
 * The last resort, after encoding failed with `cause`: a browser that cannot write a picture (privacy settings, no canvas) may
 * still send the original, if the endpoint takes it. Throws what it was given for any other failure, and for `image-unencodable`
 * a refusal that says why the original cannot go either. Whether it decodes, nobody can tell where nothing can be drawn.
 */
export async function sendAsItIs(
  cause: unknown,
  { reader, header, by }: OpenPicture,
  { settings, signal }: { settings: PrepareSettings; signal: AbortSignal | undefined },
): Promise<Sent & { removed: string[]; why: string }> {
  if (!(cause instanceof ImageError) || cause.code !== "image-unencodable") throw cause;
  const refusal = (why: string) => new ImageError(cause.code, `${cause.message} The original cannot be sent instead: ${why}.${wayOut(settings)}`, { cause });
  const tooShort = validateLeastEdge(header, settings.takes.minEdgePx);
  if (tooShort) throw tooShort;
  const obstacle = by ? "it had to be converted to be read" : whyNotAsItIs(header, settings);
  if (obstacle) throw refusal(obstacle);
  const cut = await cutMetadata(reader.blob, header, signal);
  if (!cut) throw refusal("it cannot be freed of its metadata, or of colours of its own, without writing it anew");
  const tooLarge = validateImageBytes(base64Length(cut.bytes.length), settings.limits);
  if (tooLarge) throw refusal(tooLarge.message.replace(/^The image/, "it").replace(/\.$/, ""));
  return { ...cut, why: keptBecauseUnwritable(header, messageOf(cause)) };
}

/** JPEGs that fit are never drawn, so they pass wherever this was read. */
function wayOut({ mediaType, box }: PrepareSettings): string {
  return mediaType === "image/jpeg" ? ` An upright JPEG within ${quoteSize(box)} is sent as it is.` : "";
}

/**
 * What stands against sending the file itself, larger than the box, where the browser cannot make it smaller; `undefined`:
 * nothing but perhaps its bytes, which are counted once its metadata is cut.
 */
export function whyNotAsItIs(header: ImageHeader, { sendable, takes }: PrepareSettings): string | undefined {
  const { mediaType, width, height, orientation, frames } = header;
  const format = formatName(mediaType);
  if (sendable === undefined) return "no endpoint is named that would take it";
  if (!isSentMediaType(mediaType) || !sendable.includes(mediaType)) return `the endpoint does not take ${format}`;
  if (orientation !== 1) return `it would be seen turned, since its EXIF orientation ${orientation} is cut out with its metadata`;
  if (frames === "many" && mediaType !== "image/jpeg") return `the ${format} holds several pictures`;
  if (Math.max(width, height) > takes.maxEdgePx) return `it is ${quoteSize(header)}; the endpoint takes ${takes.maxEdgePx} pixels a side`;
  if (takes.maxPixels !== undefined && width * height > takes.maxPixels) {
    return `it is ${quoteSize(header)}, ${width * height} pixels; the endpoint takes ${takes.maxPixels}`;
  }
  const { count, edgePx } = takes.maxPatches ?? { count: Number.POSITIVE_INFINITY, edgePx: 1 };
  const patches = Math.ceil(width / edgePx) * Math.ceil(height / edgePx);
  if (patches > count) return `it is ${quoteSize(header)}, ${patches} squares of ${edgePx} pixels; the endpoint takes ${count}`;
  return undefined;
}
