/** Encodes a planned image with our encoder or the app's compressor, and checks the result of either alike. */
import { base64Length } from "../shared/base64.js";
import type { Colours } from "../formats/icc/colours.js";
import { AppCodeWanted } from "./app-code-wanted.js";
import { checkCompressed, compressRequest } from "./compress-by-app.js";
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import { registry } from "../formats/registry.js";
import type { DecodeFacts, Pixels } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import type { Planned, Received } from "./stages.js";
import { verifyComplete } from "./verify-complete.js";
import { encodeJobFor } from "./encode-job-for.js";
import { encodeError, undecodable } from "./encode-error.js";
import { quoteSize } from "../shared/format-figures.js";
import { type Attempt, attemptsFor, scaleBy } from "./attempts.js";
import { paddedSizeFor, type Plan, planImage } from "../shared/plan.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader, SentMediaType, Size } from "../shared/types.js";
import { refuse, validateHeader, validateImageBytes } from "../shared/validate.js";

const PARTLY_DECODED: Problem = { kind: "damaged", why: "only a part of its pixels can be decoded" };

export interface Picture {
  file: Blob;
  pixels?: Pixels | undefined;
  header: ImageHeader;
  plan: Plan;
  /** The file with all its frames, if there are several. */
  animation?: Blob | undefined;
  /** Passed to the decoder, which may not find it in the file. */
  colours?: Colours | undefined;
}

export interface EncodedImage extends Size, DecodeFacts {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
  /** Without the padding around it. */
  picture: Size;
  /** Of an animation. */
  frameIndex?: number;
  /** Transparent pixels were seen before flattening. */
  alpha: boolean;
  quality: number;
  /** A byte limit, not the box, decided quality or size. */
  squeezed: boolean;
  /** As the decoder proved it; differs from the header read where a format's header is not the last word. */
  header: ImageHeader;
  engine: string;
  /** The app's compressor relied on EXIF orientation, so the picture was rotated and encoded again. */
  isRotatedHere?: boolean;
}

/** Step 5, unless the original itself is sent. Rejects with `ImageError`, or with the signal's reason. */
export async function encodeFile(planned: Planned): Promise<EncodedImage> {
  const { original, reader, pixels, header, by, truncated, plan, app, signal } = planned;
  throwIfAborted(signal);
  const colours = app.compresses || pixels ? undefined : await registry.readColours(reader, header.mediaType);
  const animation = header.frames === "many" ? (by ? reader.blob : original.blob) : undefined;
  const encoded = await verifyComplete(planned, () =>
    encodeImage({ file: reader.blob, pixels, header, plan, animation, colours }, planned),
  );
  // WebKit leaves pixels transparent if it could not decode them, and reports no error.
  if (
    encoded.alpha &&
    header.alpha === false &&
    registry.formatOf(header.mediaType)?.facts?.isOpacityCertain &&
    !truncated
  )
    throw problemError(PARTLY_DECODED, header);
  return encoded;
}

/** Tries the planned encode, then ever smaller ones while the result is over the byte limit. Throws `ImageError`. */
async function encodeImage(picture: Picture, context: Received): Promise<EncodedImage> {
  const { app, settings } = context;
  const attempts = attemptsFor(settings);
  // The app's result belongs to the latest attempt; the earlier ones were too large.
  for (const [index, attempt] of attempts.entries()) {
    if (app.compresses && index < (app.compressed?.attempt ?? 0)) continue;
    const encoded = app.compresses
      ? await compressedByApp(picture, index, attempt, context)
      : await encodeByUs(picture, attempt, context);
    const problem = tooLarge(encoded, settings);
    if (!problem) return encoded;
    if (index === attempts.length - 1) throw problem;
  }
  throw new RangeError("There is always an attempt.");
}

async function compressedByApp(
  picture: Picture,
  index: number,
  attempt: Attempt,
  context: Received,
): Promise<EncodedImage> {
  const { app, settings } = context;
  if (app.compressed?.attempt === index) return checkCompressed(app.compressed.file, picture, attempt, context);
  throw new AppCodeWanted({
    status: "compress-by-app",
    file: picture.file,
    request: compressRequest(picture, attempt, settings),
    attempt: index,
  });
}

function tooLarge({ bytes }: EncodedImage, { limits }: PrepareSettings) {
  return validateImageBytes(base64Length(bytes.length), limits);
}

async function encodeByUs(picture: Picture, attempt: Attempt, context: Received): Promise<EncodedImage> {
  const { header, plan } = picture;
  const { encode, settings } = context;
  const { quality, scale } = attempt;
  const target = scaleBy(plan.target, scale);
  const paddedTo = paddedSizeFor(target, settings.takes.minEdgePx);
  const outcome = await encode(
    encodeJobFor(picture, { target, paddedTo, mediaType: settings.mediaType, quality }, context),
  );
  switch (outcome.status) {
    case "encoded": {
      const squeezed = scale < 1 || quality < settings.quality;
      const { status: _, ...made } = outcome;
      return { ...made, picture: target, quality, squeezed, header };
    }
    case "wrong-size":
      return encodeByUs(replan(picture, outcome, settings), attempt, context);
    case "failed":
      throw encodeError(outcome, header, settings);
  }
}

/**
 * Only a JPEG's header is certain about the size. For other formats the decoded picture decides: browsers differ on GIF frames
 * outside the screen, PNG eXIf and AVIF `irot`. If a second size differs too, the decoder cannot be trusted.
 */
function replan({ header, plan, ...picture }: Picture, { width, height }: Size, settings: PrepareSettings): Picture {
  if (header.mediaType === "image/jpeg" || plan.proven) {
    throw undecodable(header, `its header says ${quoteSize(header)}, it decodes to ${quoteSize({ width, height })}`);
  }
  const proven: ImageHeader = { ...header, width, height, orientation: 1 };
  refuse(validateHeader(proven, settings.limits));
  return { ...picture, header: proven, plan: { ...planImage(proven, settings), proven: true } };
}
