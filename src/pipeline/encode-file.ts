/** Encodes a planned image with our encoder or the app's compressor, and checks the result of either alike. */
import type { Colours } from "../formats/icc/colours.js";
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import type { DecodeFacts, Pixels, WriteAgain } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import type { Planned, Received } from "./stages.js";
import { verifyComplete } from "./verify-complete.js";
import { encodeJobFor } from "./encode-job-for.js";
import { encodeError, undecodable } from "./encode-error.js";
import { quoteSize } from "../shared/format-figures.js";
import { goalFor, maxFileBytes, tooLarge, triedOf } from "./byte-goal.js";
import { type Attempt, bestOf, nextAttempt, scaleBy, type Tried } from "./byte-search.js";
import { orNotAPhoto } from "./not-a-photo.js";
import { paddedSizeFor, type Plan, planImage } from "../shared/plan.js";
import type { ImageHeader, SentMediaType, Size } from "../shared/types.js";
import { throwIfProblem, validateHeader } from "../shared/validate.js";

export const PARTLY_DECODED: Problem = { kind: "damaged", why: "only a part of its pixels can be decoded" };

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
  /** Size without the padding around it. */
  picture: Size;
  /** Which frame of an animation. */
  frameIndex?: number;
  /** Transparent pixels were seen before flattening. */
  alpha: boolean;
  quality: number;
  /** See `EncodeOutcome`. */
  insteadOf?: { mediaType: SentMediaType; bytes: number; quality: number } | undefined;
  /** A byte limit, not the box, decided its size. */
  reducedForBytes: boolean;
  /** See `EncodeOutcome`. */
  planes?: Uint8Array<ArrayBuffer> | undefined;
  /** As found by decoding; differs from the header for formats whose header does not decide. */
  header: ImageHeader;
  backend: string;
  /** The app's compressor relied on EXIF orientation, so the picture was rotated and encoded again. */
  isRotatedHere?: boolean;
}

/** Step 5, unless the original itself is sent. Rejects with `ImageError`, or with the signal's reason. */
export async function encodeFile(planned: Planned): Promise<EncodedImage> {
  const { original, reader, pixels, header, by, truncated, plan, app, registry, rare, signal } = planned;
  throwIfAborted(signal);
  const colours = app.compresses || pixels ? undefined : await registry.readColours(reader, header.mediaType);
  // Some browsers ignore them.
  if (colours) orNotAPhoto(rare);
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

/** The planned encode, or the largest one found within the byte limit. Throws `ImageError`. */
async function encodeImage(picture: Picture, context: Received): Promise<EncodedImage> {
  if (context.app.compresses) return orNotAPhoto(context.rare).compressedByApp(picture, context);
  const { settings } = context;
  let current: EncodedByUs = await encodeByUs(picture, { quality: settings.quality, scale: 1 }, context);
  const goal = goalFor(current.plan.target, settings);
  const tried: Tried[] = [triedOf(current.image, { quality: settings.quality, scale: 1 })];
  let best = current.image;
  // It will be planned again.
  if (settings.ifScreen && best.isScreen) return best;
  const { again } = current;
  for (let attempt = nextAttempt(goal, tried); attempt; attempt = nextAttempt(goal, tried)) {
    current = await encodeByUs(
      { ...picture, header: current.image.header, plan: current.plan },
      attempt,
      context,
      again,
    );
    const made = triedOf(current.image, attempt);
    tried.push(made);
    const isFirst = best.bytes.length > goal.maxBytes;
    if (bestOf(goal, tried) === made || (isFirst && made.bytes < best.bytes.length)) best = current.image;
  }
  throwIfProblem(tooLarge(best, settings));
  return best;
}

interface EncodedByUs {
  image: EncodedImage;
  /** How the plan turned out with the decoded picture. */
  plan: Plan;
  again: WriteAgain | undefined;
}

/** `again`: given by an earlier, larger attempt. */
async function encodeByUs(
  picture: Picture,
  attempt: Attempt,
  context: Received,
  again?: WriteAgain,
): Promise<EncodedByUs> {
  const { header, plan } = picture;
  const { encode, settings, keepsPlanes } = context;
  const { mediaType, limits } = settings;
  const { quality, scale } = attempt;
  const target = scaleBy(plan.target, scale);
  const paddedTo = paddedSizeFor(target, settings.takes.minEdgePx);
  const request = { target, paddedTo, mediaType, quality, maxBytes: maxFileBytes(limits), keepsPlanes };
  const outcome = await (again ? again(request) : encode(encodeJobFor(picture, request, context)));
  switch (outcome.status) {
    case "encoded": {
      const reducedForBytes = scale < 1;
      const { status: _, again: writeAgain, ...made } = outcome;
      return { image: { ...made, picture: target, quality, reducedForBytes, header }, plan, again: writeAgain };
    }
    case "wrong-size":
      return encodeByUs(replan(picture, outcome, context), attempt, context);
    case "cut":
      throw new RangeError("It was not to be cut.");
    case "failed":
      throw encodeError(outcome, header, context);
  }
}

/**
 * Only a JPEG's header is certain about the size. For other formats the decoded picture decides: browsers differ on GIF frames
 * outside the screen, PNG eXIf and AVIF `irot`. If a second size differs too, the decoder cannot be trusted.
 */
function replan(
  { header, plan, ...picture }: Picture,
  { width, height }: Size,
  { settings, registry }: Received,
): Picture {
  if (header.mediaType === "image/jpeg" || plan.isSizeDecoded) {
    throw undecodable(
      header,
      registry,
      `its header says ${quoteSize(header)}, it decodes to ${quoteSize({ width, height })}`,
    );
  }
  const decodedHeader: ImageHeader = { ...header, width, height, orientation: 1 };
  throwIfProblem(validateHeader(decodedHeader, settings.limits));
  return { ...picture, header: decodedHeader, plan: { ...planImage(decodedHeader, settings), isSizeDecoded: true } };
}
