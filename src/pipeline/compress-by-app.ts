/** The app's own compressor in place of ours: asks for it and checks its result. */
import type { EncodeOutcome } from "../pixels/encode-job.js";
import type { CompressRequest } from "../shared/app-codecs.js";
import type { EncodedImage, Picture } from "./encode-file.js";
import type { Received, SentFile } from "./stages.js";
import { encodeJobFor } from "./encode-job-for.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { ImageError } from "../shared/errors.js";
import { fits } from "../shared/fit.js";
import { quoteSize } from "../shared/format-figures.js";
import { createByteReader } from "../formats/byte-reader.js";
import { formatName, isSentMediaType } from "../shared/media-types.js";
import { goalFor, tooLarge, triedOf } from "./byte-goal.js";
import { type Attempt, nextAttempt, scaleBy } from "./byte-search.js";
import { readBytes } from "../shared/read-bytes.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Orientation, Size } from "../shared/types.js";
import { throwIfProblem, validateLeastEdge } from "../shared/validate.js";

/** Stops at the first within the limit, since asking the app is costly. */
export async function compressedByApp(picture: Picture, context: Received): Promise<EncodedImage> {
  const { app, settings } = context;
  const tried = [...(app.compressed?.tried ?? [])];
  let problem: ImageError | undefined;
  if (app.compressed) {
    const { file, attempt } = app.compressed;
    const encoded = await checkCompressed(file, picture, attempt, context);
    problem = tooLarge(encoded, settings);
    if (!problem) return encoded;
    tried.push(triedOf(encoded, attempt));
  }
  const attempt = nextAttempt(goalFor(picture.plan.target, settings), tried);
  if (!attempt && problem) throw problem;
  if (!attempt) throw new RangeError("There is always a first attempt.");
  throw new AppCodeWanted({
    status: "compress-by-app",
    file: picture.file,
    request: compressRequest(picture, attempt, settings),
    attempt,
    tried,
  });
}

/** The request to the app's compressor for this attempt. Throws `ImageError` if it is smaller than the endpoint takes. */
function compressRequest(
  { header, plan }: Picture,
  { quality, scale }: Attempt,
  { mediaType, background, takes }: PrepareSettings,
): Omit<CompressRequest, "signal"> {
  const target = scaleBy(plan.target, scale);
  throwIfProblem(validateLeastEdge(target, takes.minEdgePx));
  return { ...target, mediaType, quality, background, header };
}

/** Checks the compressor's result. Rejects with `ImageError` `compress-failed`, or with the signal's reason. */
async function checkCompressed(
  file: Blob,
  { header, plan }: Picture,
  { quality, scale }: Attempt,
  context: Received,
): Promise<EncodedImage> {
  const { settings } = context;
  const made = await check(file, scaleBy(plan.target, scale), context);
  throwIfProblem(validateLeastEdge(made, settings.takes.minEdgePx));
  const isRotatedHere = made.orientation !== 1;
  const { bytes, mediaType: sent, width, height } = isRotatedHere ? await rotateUpright(made, quality, context) : made;
  const reducedForBytes = scale < 1;
  return {
    bytes,
    mediaType: sent,
    width,
    height,
    alpha: header.alpha === true,
    picture: { width, height },
    quality,
    reducedForBytes,
    header,
    backend: "app",
    isRotatedHere,
  };
}

interface Made extends SentFile {
  /** The compressor's own file: its EXIF is needed until the picture has been rotated. */
  file: Blob;
  orientation: Orientation;
}

async function check(made: Blob, target: Size, { settings: { sendable }, registry }: Received): Promise<Made> {
  const header = await registry.inspect(createByteReader(made));
  if (!header) throw new ImageError("compress-failed", "The app's compressor returned something that isn't an image.");
  const { mediaType, width, height, orientation } = header;
  if (!isSentMediaType(mediaType) || sendable?.includes(mediaType) === false) {
    const message = `The app's compressor returned ${formatName(mediaType)}, which may not be sent.`;
    throw new ImageError("compress-failed", message, { actual: mediaType });
  }
  if (!fits(header, target)) {
    const message = `The app's compressor returned ${quoteSize(header)}; at most ${quoteSize(target)} was asked for.`;
    throw new ImageError("compress-failed", message, { actual: quoteSize(header), limit: quoteSize(target) });
  }
  // Compressors often keep EXIF with the GPS position. The colour profile stays, since the app chose the colours.
  const stripped = registry.strip(new Uint8Array(await readBytes(made)), mediaType, { keepProfile: true });
  if (!stripped) {
    const message = `The app's compressor returned ${formatName(mediaType)} whose metadata can't be removed: it is damaged, animated or CMYK.`;
    throw new ImageError("compress-failed", message, { actual: mediaType });
  }
  return { file: made, bytes: stripped.bytes, mediaType, width, height, orientation };
}

/** Rotates a result that relies on EXIF orientation: not every model reads it, and the EXIF is stripped. */
async function rotateUpright(made: Made, quality: number, context: Received): Promise<SentFile> {
  const { file, mediaType, width, height, orientation } = made;
  const outcome = await context.encode(
    encodeJobFor({ file, header: made }, { target: { width, height }, mediaType, quality }, context),
  );
  if (outcome.status === "encoded") return { bytes: outcome.bytes, mediaType: outcome.mediaType, width, height };
  const detail = outcome.status === "wrong-size" ? `it decodes to ${quoteSize(outcome)}` : failureOf(outcome);
  const message = `The app's compressor returned ${formatName(mediaType)} with EXIF orientation ${orientation}, which could not be rotated here. Return upright pixels.`;
  throw new ImageError("compress-failed", message, { actual: orientation, limit: 1, cause: detail });
}

function failureOf(outcome: EncodeOutcome): string {
  return outcome.status === "failed" ? outcome.detail : outcome.status;
}
