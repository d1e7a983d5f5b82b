/** What becomes of an animation, where the app asks for more than its first frame. A rare step. */
import { base64Length } from "../shared/base64.js";
import { ImageError } from "../shared/errors.js";
import { quoteBytes, quoteSize } from "../shared/format-figures.js";
import { formatName, isSentMediaType } from "../shared/media-types.js";
import { readBytes } from "../shared/read-bytes.js";
import type { Change } from "../shared/types.js";
import { boxFor } from "../shared/fit.js";
import type { EncodedFile } from "./prepare-job.js";
import { prepared } from "./prepared.js";
import { readFile } from "../shared/read-file.js";
import type { DrawSheet } from "../pixels/contact-sheet.js";
import type { Normalized } from "./stages.js";

/**
 * The animation itself, or what is to be prepared in its place: the sheet, or its first frame with a change that says why. Rejects with
 * `ImageError` `image-animated` if none is wanted.
 */
export async function animated(
  normalized: Normalized,
  drawSheet: DrawSheet | undefined,
): Promise<{ file: EncodedFile } | { normalized: Normalized }> {
  const { originalHeader, settings } = normalized;
  switch (settings.animation) {
    case "reject":
      throw new ImageError(
        "image-animated",
        `This ${formatName(originalHeader.mediaType)} is an animation. Send a still picture.`,
        {
          actual: originalHeader.mediaType,
        },
      );
    case "keep": {
      const file = await kept(normalized);
      if (typeof file !== "string") return { file };
      return { normalized: { ...normalized, animationChange: unavailable("keep", file) } };
    }
    case "contact-sheet":
      return { normalized: await sheetOf(normalized, drawSheet) };
    case "first-frame":
      return { normalized };
  }
}

/** Words: why it is not sent. */
async function kept(normalized: Normalized): Promise<EncodedFile | string> {
  const { original, originalHeader, settings, by, signal } = normalized;
  const { mediaType, width, height } = originalHeader;
  const { takes, limits } = settings;
  const format = formatName(mediaType);
  if (!isSentMediaType(mediaType) || takes.animatedTypes?.includes(mediaType) !== true)
    return `The endpoint takes no animated ${format}.`;
  if (by !== undefined) return `This ${format} had to be mended.`;
  if (Math.max(width, height) > takes.maxEdgePx || Math.min(width, height) < takes.minEdgePx)
    return `Its frames are ${quoteSize(originalHeader)}.`;
  if (base64Length(original.size) > limits.maxImageBytes) return `It has ${quoteBytes(original.size)}.`;
  const bytes = new Uint8Array(await readFile(() => readBytes(original.blob), signal));
  const reason = `Sent as it is, with all its frames and its metadata: ${format}, ${quoteSize(originalHeader)}, ${quoteBytes(bytes.length)}.`;
  const change: Change = { code: "kept-animation", mediaType, width, height, bytes: bytes.length, reason };
  return prepared(normalized, { bytes, mediaType, width, height }, [change], "none");
}

async function sheetOf(normalized: Normalized, drawSheet: DrawSheet | undefined): Promise<Normalized> {
  const { original, header, settings, signal } = normalized;
  const { background, timeoutMs } = settings;
  const drawn = (await drawSheet?.({
    file: original.blob,
    mediaType: header.mediaType,
    box: boxFor(header, settings.box),
    background,
    timeLimit: { timeoutMs, signal },
  })) ?? { failure: "Nothing here can draw it." };
  if ("failure" in drawn) return { ...normalized, animationChange: unavailable("contact-sheet", drawn.failure) };
  const { pixels, timesMs, frameCount } = drawn;
  const { width, height } = pixels;
  const reason = `${timesMs.length} of ${frameCount} frames of the animation are on one picture, each with its time.`;
  return {
    ...normalized,
    header: { ...header, width, height, orientation: 1, frames: "one", alpha: false },
    pixels,
    by: "sheet",
    animationChange: { code: "contact-sheet", timesMs, frameCount, reason },
  };
}

function unavailable(asked: "keep" | "contact-sheet", detail: string): Change {
  return { code: "animation-unavailable", asked, detail, reason: `Not the whole animation is sent. ${detail}` };
}
