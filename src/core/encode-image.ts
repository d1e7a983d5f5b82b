/** From a planned image to encoded bytes: our engine or the app's compressor, the same checks after either. */
import { base64Length } from "./base64.js";
import { withDeadline } from "./deadline.js";
import type { EncodeOutcome, Engine } from "./engine-contract.js";
import { abortReason, ImageError } from "./errors.js";
import { fits } from "./fit.js";
import { quoteSize } from "./format-figures.js";
import { inspectImage } from "./inspect/inspect-image.js";
import { FORMAT_NAMES, isSentMediaType } from "./media-types.js";
import { type Attempt, attemptsFor, type Plan, planImage, scaleBy } from "./plan.js";
import type { PrepareSettings } from "./settings.js";
import { stripMetadata } from "./strip-metadata.js";
import type { Compress, ImageHeader, SentMediaType, Size } from "./types.js";
import { validateHeader, validateImageBytes } from "./validate.js";

export interface EncodeContext {
  engine: Engine;
  compress: Compress | undefined;
  settings: PrepareSettings;
  signal: AbortSignal | undefined;
}

export interface EncodedImage extends Size {
  blob: Blob;
  mediaType: SentMediaType;
  /** Transparent pixels were seen before flattening. */
  alpha: boolean;
  quality: number;
  squeezed: boolean;
  /** The header as the decoder proved it; differs from the one read where a format's header is not the last word. */
  header: ImageHeader;
  engine: string;
}

/** Tries the planned encode, then ever smaller ones while the result is over the byte limit. Throws `ImageError`. */
export async function encodeImage(file: Blob, header: ImageHeader, plan: Plan, context: EncodeContext): Promise<EncodedImage> {
  let tooLarge: ImageError | undefined;
  let known = { header, plan };
  for (const attempt of attemptsFor(context.settings)) {
    const target = scaleBy(known.plan.target, attempt.scale);
    const encoded = context.compress
      ? await compressByApp(context.compress, file, known.header, target, attempt, context)
      : await encodeByEngine(file, known.header, target, attempt, context);
    if ("replan" in encoded) {
      known = replan(known.header, encoded.replan, context.settings);
      const again = await encodeByEngine(file, known.header, scaleBy(known.plan.target, attempt.scale), attempt, context);
      if ("replan" in again) throw undecodable(known.header, `it decodes to ${quoteSize(again.replan)}`);
      tooLarge = validateImageBytes(base64Length(again.blob.size), context.settings.limits);
      if (!tooLarge) return again;
      continue;
    }
    tooLarge = validateImageBytes(base64Length(encoded.blob.size), context.settings.limits);
    if (!tooLarge) return encoded;
  }
  throw tooLarge ?? undecodable(header, "no attempt was made");
}

/** Only JPEG's header is the last word on its size. Elsewhere the decoded picture is: GIF frames, PNG eXIf, AVIF `irot`. */
function replan(header: ImageHeader, decoded: Size, settings: PrepareSettings): { header: ImageHeader; plan: Plan } {
  if (header.mediaType === "image/jpeg") throw undecodable(header, `its header says ${quoteSize(header)}, it decodes to ${quoteSize(decoded)}`);
  const proven: ImageHeader = { ...header, width: decoded.width, height: decoded.height, orientation: 1 };
  const problem = validateHeader(proven, settings.limits);
  if (problem) throw problem;
  return { header: proven, plan: planImage(proven, settings) };
}

async function encodeByEngine(
  file: Blob,
  header: ImageHeader,
  target: Size,
  { quality, scale }: Attempt,
  { engine, settings, signal }: EncodeContext,
): Promise<EncodedImage | { replan: Size }> {
  const { mediaType, background, timeoutMs } = settings;
  const { width, height, orientation } = header;
  const outcome = await engine.encode({
    file,
    mediaType: header.mediaType,
    source: { width, height, orientation },
    target,
    output: { mediaType, quality, background },
    timeoutMs,
    ...(signal && { signal }),
  });
  if (outcome.status === "wrong-size") return { replan: { width: outcome.width, height: outcome.height } };
  if (outcome.status === "failed") throw errorFor(outcome, header, timeoutMs);
  const squeezed = scale < 1 || quality < settings.quality;
  return { ...sizeOf(outcome), blob: outcome.blob, mediaType: outcome.mediaType, alpha: outcome.alpha, quality, squeezed, header, engine: outcome.engine };
}

async function compressByApp(
  compress: Compress,
  file: Blob,
  header: ImageHeader,
  target: Size,
  { quality, scale }: Attempt,
  { settings, signal }: EncodeContext,
): Promise<EncodedImage> {
  const { mediaType, background, timeoutMs } = settings;
  const run = (deadline: AbortSignal) => compress(file, { ...target, mediaType, quality, background, header, signal: deadline });
  const result = await withDeadline(run, { timeoutMs, signal }).catch((cause: unknown) => {
    if (signal?.aborted) throw abortReason(signal);
    throw new ImageError("compress-failed", `The app's compressor failed: ${messageOf(cause)}`, { cause });
  });
  if (result.status === "timed-out") {
    throw new ImageError("compress-failed", `The app's compressor did not answer within ${timeoutMs} ms.`, { actual: timeoutMs, limit: timeoutMs });
  }
  const made = await checkCompressed(result.value, target, settings);
  return { ...made, alpha: header.alpha === true, quality, squeezed: scale < 1 || quality < settings.quality, header, engine: "app" };
}

async function checkCompressed(blob: unknown, target: Size, settings: PrepareSettings) {
  if (!(blob instanceof Blob)) throw new ImageError("compress-failed", "The app's compressor did not return a Blob.");
  const header = await inspectImage(blob);
  if (!header) throw new ImageError("compress-failed", "The app's compressor returned something that is no image we know.");
  const { mediaType, width, height } = header;
  if (!isSentMediaType(mediaType) || settings.sendable?.includes(mediaType) === false) {
    throw new ImageError("compress-failed", `The app's compressor returned ${FORMAT_NAMES[mediaType]}, which may not be sent.`, { actual: mediaType });
  }
  if (!fits(header, target)) {
    const message = `The app's compressor returned ${quoteSize(header)}; at most ${quoteSize(target)} was asked for.`;
    throw new ImageError("compress-failed", message, { actual: quoteSize(header), limit: quoteSize(target) });
  }
  const cut = stripMetadata(new Uint8Array(await blob.arrayBuffer()), mediaType);
  return { blob: cut ? new Blob([cut.bytes as BlobPart], { type: mediaType }) : blob, mediaType, width, height };
}

function errorFor(outcome: Extract<EncodeOutcome, { status: "failed" }>, header: ImageHeader, timeoutMs: number): ImageError {
  const format = FORMAT_NAMES[header.mediaType];
  switch (outcome.failure) {
    case "timeout":
      return new ImageError("decode-timeout", `The browser did not finish this ${format} within ${timeoutMs} ms.`, { actual: timeoutMs, limit: timeoutMs });
    case "unencodable":
      return new ImageError("image-unencodable", `The browser could not write the picture: ${outcome.detail}`);
    case "blank":
    case "undecodable":
      return undecodable(header, outcome.detail);
  }
}

const NOT_EVERYWHERE: readonly string[] = ["image/heic", "image/heif", "image/tiff", "image/avif", "image/svg+xml"];

function undecodable(header: ImageHeader, detail: string): ImageError {
  const format = FORMAT_NAMES[header.mediaType];
  if (NOT_EVERYWHERE.includes(header.mediaType)) {
    return new ImageError("image-format-unsupported", `This browser cannot decode this ${format} file. Export it as JPEG or PNG and add it again.`, {
      actual: header.mediaType,
    });
  }
  return new ImageError("image-undecodable", `The file says it is a ${format}, but no picture can be decoded from it: ${detail}.`);
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
