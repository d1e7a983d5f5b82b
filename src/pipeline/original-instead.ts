/** Sends the original if no picture can be written. */
import { base64Length } from "../shared/base64.js";
import { ImageError } from "../shared/errors.js";
import { quoteSide, quoteSize } from "../shared/format-figures.js";
import { formatName, isSentMediaType } from "../shared/media-types.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader } from "../shared/types.js";
import { throwIfProblem, validateImageBytes, validateLeastEdge } from "../shared/validate.js";
import { keptBecauseUnwritable, keptChanges } from "./changes.js";
import { strippedOriginal } from "./passthrough.js";
import type { EncodedFile } from "./prepare-job.js";
import { prepared } from "./prepared.js";
import type { Planned } from "./stages.js";

/**
 * The last resort, after encoding failed with `cause`: a browser that cannot write a picture (privacy settings, no canvas) may
 * still send the original, if the endpoint takes it. Rejects with an `ImageError` that says why the original cannot be sent either. Whether the original decodes is unknown, since nothing can be drawn.
 */
export async function originalInstead(planned: Planned, cause: ImageError): Promise<EncodedFile> {
  const { reader, header, by, settings } = planned;
  const rejection = (why: string) =>
    new ImageError(cause.code, `${cause.message} The original can't be sent instead: ${why}.${wayOut(settings)}`, {
      cause,
    });
  throwIfProblem(validateLeastEdge(header, settings.takes.minEdgePx));
  const obstacle = by ? "it had to be converted to be read" : whyNotAsItIs(header, settings);
  if (obstacle) throw rejection(obstacle);
  const stripped = await strippedOriginal(reader.blob, header, planned);
  if (!stripped) throw rejection("its metadata, or its colour profile, can't be removed without encoding it again");
  const tooLarge = validateImageBytes(base64Length(stripped.bytes.length), settings.limits);
  if (tooLarge) throw rejection(`it is too large. ${tooLarge.message.replace(/\.$/, "")}`);
  return prepared(
    planned,
    stripped,
    keptChanges(stripped.removed, keptBecauseUnwritable(header, cause.message)),
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
