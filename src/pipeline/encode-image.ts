/** From a planned image to encoded bytes: our engine or the app's compressor, the same checks after either. */
import type { Compress } from "../shared/app-codecs.js";
import { base64Length } from "../shared/base64.js";
import type { Colours } from "../formats/icc/colours.js";
import { compressByApp } from "./compress-by-app.js";
import type { Engine, Witness } from "../pixels/encode-job.js";
import { engineJob } from "./engine-job.js";
import { encodeError, undecodable } from "./encode-error.js";
import { quoteSize } from "../shared/format-figures.js";
import { type Attempt, attemptsFor, groundFor, type Plan, planImage, scaleBy } from "../shared/plan.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader, SentMediaType, Size } from "../shared/types.js";
import { refuse, validateHeader, validateImageBytes } from "./validate.js";

export interface EncodeContext {
  engine: Engine;
  compress: Compress | undefined;
  settings: PrepareSettings;
  signal: AbortSignal | undefined;
}

export interface Picture {
  file: Blob;
  header: ImageHeader;
  plan: Plan;
  /** The file with all its frames, if there are several. */
  animation?: Blob | undefined;
  /** Told to the engine, which may not see it by itself. */
  colours?: Colours | undefined;
}

export interface EncodedImage extends Size, Witness {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
  /** Without the ground that it may stand on. */
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
  /** The app's compressor left it lying, and it was encoded once more. */
  isTurnedHere?: boolean;
}

/** Tries the planned encode, then ever smaller ones while the result is over the byte limit. Throws `ImageError`. */
export async function encodeImage(picture: Picture, context: EncodeContext): Promise<EncodedImage> {
  const [planned, ...smaller] = attemptsFor(context.settings);
  const encode = context.compress ? compressByApp(context.compress) : encodeByEngine;
  let encoded = await encode(picture, planned, context);
  for (const attempt of smaller) {
    if (!tooLarge(encoded, context.settings)) break;
    encoded = await encode(picture, attempt, context);
  }
  refuse(tooLarge(encoded, context.settings));
  return encoded;
}

function tooLarge({ bytes }: EncodedImage, { limits }: PrepareSettings) {
  return validateImageBytes(base64Length(bytes.length), limits);
}

async function encodeByEngine(picture: Picture, attempt: Attempt, context: EncodeContext): Promise<EncodedImage> {
  const { header, plan } = picture;
  const { engine, settings } = context;
  const { quality, scale } = attempt;
  const target = scaleBy(plan.target, scale);
  const ground = groundFor(target, settings.takes.minEdgePx);
  const outcome = await engine.encode(engineJob(picture, { target, ground, mediaType: settings.mediaType, quality }, context));
  switch (outcome.status) {
    case "encoded": {
      const squeezed = scale < 1 || quality < settings.quality;
      const { status: _, ...made } = outcome;
      return { ...made, picture: target, quality, squeezed, header };
    }
    case "wrong-size":
      return encodeByEngine(replan(picture, outcome, settings), attempt, context);
    case "failed":
      throw encodeError(outcome, header, settings);
  }
}

/**
 * Only JPEG's header is the last word on its size. Elsewhere the decoded picture is: engines differ on GIF frames outside the
 * screen, PNG eXIf, AVIF `irot`. A second surprise for the same file is a decoder that cannot be trusted.
 */
function replan({ header, plan, ...picture }: Picture, { width, height }: Size, settings: PrepareSettings): Picture {
  if (header.mediaType === "image/jpeg" || plan.proven) {
    throw undecodable(header, `its header says ${quoteSize(header)}, it decodes to ${quoteSize({ width, height })}`);
  }
  const proven: ImageHeader = { ...header, width, height, orientation: 1 };
  refuse(validateHeader(proven, settings.limits));
  return { ...picture, header: proven, plan: { ...planImage(proven, settings), proven: true } };
}
