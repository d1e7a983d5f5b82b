/** The app's own compressor in the place of ours. What it returns is believed in nothing. */
import type { Compress } from "../shared/app-codecs.js";
import type { Sent } from "./passthrough.js";
import { callApp } from "./call-app.js";
import type { EncodeContext, EncodedImage, Picture } from "./encode-image.js";
import { engineJob } from "./engine-job.js";
import { ImageError } from "../shared/errors.js";
import { fits } from "../shared/fit.js";
import { quoteSize } from "../shared/format-figures.js";
import { inspectImage } from "../formats/inspect-image.js";
import { FORMAT_NAMES, isSentMediaType } from "../shared/media-types.js";
import { type Attempt, scaleBy } from "../shared/plan.js";
import { readBytes } from "../shared/read-bytes.js";
import type { PrepareSettings } from "../shared/settings.js";
import { stripMetadata } from "../formats/strip-metadata.js";
import type { Orientation, Size } from "../shared/types.js";
import { refuse, validateLeastEdge } from "./validate.js";

/** Rejects with `ImageError` `compress-failed`, or with the signal's reason. */
export function compressByApp(compress: Compress) {
  return async ({ file, header, plan }: Picture, { quality, scale }: Attempt, context: EncodeContext): Promise<EncodedImage> => {
    const { settings, signal } = context;
    const { mediaType, background, timeoutMs } = settings;
    const target = scaleBy(plan.target, scale);
    refuse(validateLeastEdge(target, settings.takes.minEdgePx));
    const run = (deadline: AbortSignal) => compress(file, { ...target, mediaType, quality, background, header, signal: deadline });
    const answer = await callApp(run, { timeoutMs, signal }, {
      failed: (detail, cause) => new ImageError("compress-failed", `The app's compressor failed: ${detail}`, { cause }),
      timedOut: () => new ImageError("compress-failed", `The app's compressor did not answer within ${timeoutMs} ms.`, { actual: timeoutMs, limit: timeoutMs }),
    });
    const made = await check(answer, target, settings);
    refuse(validateLeastEdge(made, settings.takes.minEdgePx));
    const isTurnedHere = made.orientation !== 1;
    const { bytes, mediaType: sent, width, height } = isTurnedHere ? await turnUpright(made, quality, context) : made;
    const squeezed = scale < 1 || quality < settings.quality;
    return { bytes, mediaType: sent, width, height, alpha: header.alpha === true, picture: { width, height }, quality, squeezed, header, engine: "app", isTurnedHere };
  };
}

interface Made extends Sent {
  /** As the compressor gave it: what is still to be turned needs its EXIF until it is. */
  file: Blob;
  orientation: Orientation;
}

/** `made` is `Blob` by its type and anything by experience. */
async function check(made: unknown, target: Size, { sendable }: PrepareSettings): Promise<Made> {
  if (!(made instanceof Blob)) throw new ImageError("compress-failed", "The app's compressor did not return a Blob.");
  const header = await inspectImage(made);
  if (!header) throw new ImageError("compress-failed", "The app's compressor returned something that is no image we know.");
  const { mediaType, width, height, orientation } = header;
  if (!isSentMediaType(mediaType) || sendable?.includes(mediaType) === false) {
    const message = `The app's compressor returned ${FORMAT_NAMES[mediaType]}, which may not be sent.`;
    throw new ImageError("compress-failed", message, { actual: mediaType });
  }
  if (!fits(header, target)) {
    const message = `The app's compressor returned ${quoteSize(header)}; at most ${quoteSize(target)} was asked for.`;
    throw new ImageError("compress-failed", message, { actual: quoteSize(header), limit: quoteSize(target) });
  }
  // Compressors like to keep EXIF, the GPS position in it; the colours are theirs to choose, so their profile stays.
  const cut = stripMetadata(new Uint8Array(await readBytes(made)), mediaType, { keepProfile: true });
  if (!cut) {
    const message = `The app's compressor returned ${FORMAT_NAMES[mediaType]} that metadata cannot be cut out of: it is damaged, animated or CMYK.`;
    throw new ImageError("compress-failed", message, { actual: mediaType });
  }
  return { file: made, bytes: cut.bytes, mediaType, width, height, orientation };
}

/** A compressor that leaves the turn to EXIF, which is cut out: not every model reads it. Our engine bakes it in. */
async function turnUpright(made: Made, quality: number, context: EncodeContext): Promise<Sent> {
  const { file, mediaType, width, height, orientation } = made;
  const outcome = await context.engine.encode(engineJob({ file, header: made }, { target: { width, height }, mediaType, quality }, context));
  if (outcome.status === "encoded") return { bytes: outcome.bytes, mediaType: outcome.mediaType, width, height };
  const detail = outcome.status === "failed" ? outcome.detail : `it decodes to ${quoteSize(outcome)}`;
  const message = `The app's compressor returned ${FORMAT_NAMES[mediaType]} that EXIF orientation ${orientation} has to turn, and it could not be turned here. Let it return upright pixels.`;
  throw new ImageError("compress-failed", message, { actual: orientation, limit: 1, cause: detail });
}
