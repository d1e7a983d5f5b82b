/** Sends the original instead of a new file: its pixels untouched, its metadata stripped. */
import { base64Length } from "../shared/base64.js";
import {
  keptBecauseItFits,
  keptBecauseSmaller,
  keptBecauseUnwritable,
  keptChanges,
  oneColourChanges,
} from "./changes.js";
import type { EncodedImage } from "./encode-file.js";
import { prepared } from "./prepared.js";
import type { EncodedFile } from "./prepare-job.js";
import type { Planned, StrippedFile } from "./stages.js";
import { verifyComplete } from "./verify-complete.js";
import { verifyDecodable } from "./verify-decodable.js";
import { ImageError, messageOf } from "../shared/errors.js";
import { quoteSide, quoteSize } from "../shared/format-figures.js";
import { formatName, isSentMediaType } from "../shared/media-types.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "./read-file.js";
import type { PrepareSettings } from "../shared/settings.js";
import { registry } from "../formats/registry.js";
import type { ImageHeader } from "../shared/types.js";
import { refuse, validateImageBytes, validateLeastEdge } from "../shared/validate.js";

/** `undefined`: the type is never sent, or its metadata cannot be stripped without changing a pixel. */
export async function strippedOriginal(
  file: Blob,
  header: ImageHeader,
  signal: AbortSignal | undefined,
): Promise<StrippedFile | undefined> {
  const { mediaType, width, height } = header;
  if (!isSentMediaType(mediaType)) return undefined;
  const stripped = registry.strip(new Uint8Array(await readFile(() => readBytes(file), signal)), mediaType);
  return stripped && { bytes: stripped.bytes, mediaType, width, height, removed: stripped.removed };
}

/** The original, if it is upright, within the box and of the right type. `undefined`: it must be encoded. */
export async function originalThatFits(planned: Planned): Promise<EncodedFile | undefined> {
  const { stripped, plan, originalHeader, settings } = planned;
  if (plan.keep !== "always" || !stripped) return undefined;
  refuse(validateImageBytes(base64Length(stripped.bytes.length), settings.limits));
  const facts = await verifyComplete({ ...planned, app: { ...planned.app, compresses: false } }, () =>
    verifyDecodable(planned),
  );
  return prepared(
    planned,
    stripped,
    [...keptChanges(stripped.removed, keptBecauseItFits(originalHeader)), ...oneColourChanges(facts)],
    "none",
  );
}

/** The original, if encoding did not make it smaller. */
export function smallerOriginal(planned: Planned, encoded: EncodedImage): EncodedFile | undefined {
  const { stripped, originalHeader } = planned;
  const isFlattened = encoded.alpha && encoded.mediaType === "image/jpeg";
  if (!stripped || isFlattened || stripped.bytes.length > encoded.bytes.length) return undefined;
  const changes = [
    ...keptChanges(stripped.removed, keptBecauseSmaller(originalHeader, encoded.bytes.length)),
    ...oneColourChanges(encoded),
  ];
  return prepared(planned, stripped, changes, encoded.engine);
}

/**
 * The last resort, after encoding failed with `cause`: a browser that cannot write a picture (privacy settings, no canvas) may
 * still send the original, if the endpoint takes it. Rethrows `cause` for any other failure, and for `image-unencodable` a rejection
 * that says why the original cannot be sent either. Whether the original decodes is unknown, since nothing can be drawn.
 */
export async function originalInstead(planned: Planned, cause: unknown): Promise<EncodedFile> {
  const { reader, header, by, settings, signal } = planned;
  if (!(cause instanceof ImageError) || cause.code !== "image-unencodable") throw cause;
  const rejection = (why: string) =>
    new ImageError(cause.code, `${cause.message} The original can't be sent instead: ${why}.${wayOut(settings)}`, {
      cause,
    });
  refuse(validateLeastEdge(header, settings.takes.minEdgePx));
  const obstacle = by ? "it had to be converted to be read" : whyNotAsItIs(header, settings);
  if (obstacle) throw rejection(obstacle);
  const stripped = await strippedOriginal(reader.blob, header, signal);
  if (!stripped) throw rejection("its metadata, or its colour profile, can't be removed without encoding it again");
  const tooLarge = validateImageBytes(base64Length(stripped.bytes.length), settings.limits);
  if (tooLarge) throw rejection(`it is too large. ${tooLarge.message.replace(/\.$/, "")}`);
  return prepared(
    planned,
    stripped,
    keptChanges(stripped.removed, keptBecauseUnwritable(header, messageOf(cause))),
    "none",
  );
}

/** JPEGs that fit are sent without being drawn, so they work in such browsers. */
function wayOut({ mediaType, box }: PrepareSettings): string {
  return mediaType === "image/jpeg" ? ` An upright JPEG within ${quoteSize(box)} pixels is sent as it is.` : "";
}

/**
 * Why the original, which is larger than the box, cannot be sent as it is. `undefined`: it can, unless it has too many bytes, which
 * are counted after its metadata is stripped.
 */
export function whyNotAsItIs(header: ImageHeader, { sendable, takes }: PrepareSettings): string | undefined {
  const { mediaType, width, height, orientation, frames } = header;
  const format = formatName(mediaType);
  if (sendable === undefined) return "no endpoint is set that takes it";
  if (!isSentMediaType(mediaType) || !sendable.includes(mediaType)) return `the endpoint does not take ${format}`;
  if (orientation !== 1)
    return `it would be shown rotated, since its EXIF orientation ${orientation} is removed with its metadata`;
  if (frames === "many" && mediaType !== "image/jpeg") return `the ${format} holds several pictures`;
  if (Math.max(width, height) > takes.maxEdgePx)
    return `it is ${quoteSize(header)}; the endpoint takes ${quoteSide(takes.maxEdgePx)} pixels a side`;
  if (takes.maxPixels !== undefined && width * height > takes.maxPixels) {
    return `it is ${quoteSize(header)}; the endpoint takes ${takes.maxPixels.toLocaleString("en-US")} pixels`;
  }
  const { count, edgePx } = takes.maxPatches ?? { count: Number.POSITIVE_INFINITY, edgePx: 1 };
  const patches = Math.ceil(width / edgePx) * Math.ceil(height / edgePx);
  if (patches > count)
    return `it is ${quoteSize(header)}, ${patches.toLocaleString("en-US")} squares of ${edgePx} pixels; the endpoint takes ${count.toLocaleString("en-US")}`;
  return undefined;
}
