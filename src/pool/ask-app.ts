/** Calls the app's own `compress` and `decoders`, which run on the page. Loaded only by apps that have any. */
import type { AppCode, PrepareResult } from "../pipeline/prepare-job.js";
import type { PlainPixels } from "../pixels/encode-job.js";
import type { Compress, DecodeProgress, Decoder, PageList } from "../shared/app-codecs.js";
import { ImageError, isImageError, messageOf } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import { isBlob, isImageBitmap, isImageData } from "../shared/platform-types.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader, MediaType } from "../shared/types.js";
import { asPng } from "./as-png.js";
import { callApp, type CallErrors } from "./call-app.js";
import type { Clock } from "../shared/with-deadline.js";
import type { PrepareContext } from "./prepare.js";

type Wanted = Extract<PrepareResult, { status: "sniff-by-app" | "decode-by-app" | "pixels-lost" | "compress-by-app" }>;

interface AskContext extends Pick<PrepareContext, "onProgress" | "onPages"> {
  /** The app's answers so far. */
  app: AppCode;
  compress: Compress | undefined;
  decoders: readonly Decoder[];
  settings: PrepareSettings;
  password: string | undefined;
  signal: AbortSignal | undefined;
}

/** How often a picture is decoded again if its pixels were lost with a worker. */
const MAX_LOST = 1;

/**
 * The answer goes into the next job. Rejects with `ImageError` if the app's code fails, hangs, or returns something invalid; with
 * the signal's reason on abort.
 */
export async function askApp(wanted: Wanted, file: Blob, context: AskContext): Promise<Partial<AppCode>> {
  switch (wanted.status) {
    case "sniff-by-app":
      return { sniffed: { mediaType: sniff(wanted.head, context.decoders) } };
    case "decode-by-app":
      return decode(wanted.header, file, context);
    case "pixels-lost":
      return decodeAgain(context);
    case "compress-by-app":
      return {
        compressed: { file: await compressed(wanted, file, context), attempt: wanted.attempt, tried: wanted.tried },
      };
  }
}

function decodeAgain({ app: { lost = 0 } }: AskContext): Partial<AppCode> {
  if (lost < MAX_LOST) return { decoded: undefined, lost: lost + 1 };
  throw new ImageError(
    "image-unencodable",
    "The browser stopped working on this picture more than once; it may be too large. Scale it down and add it again.",
  );
}

/** The first decoder that recognizes the file is used. */
function sniff(head: Uint8Array, decoders: readonly Decoder[]): MediaType | undefined {
  for (const decoder of decoders) {
    const mediaType = sniffWith(decoder, head);
    if (mediaType !== undefined) return mediaType;
  }
  return undefined;
}

function sniffWith({ sniff: ask, mediaTypes }: Decoder, head: Uint8Array): MediaType | undefined {
  const names = mediaTypes.map(formatName).join(", ");
  let answer: unknown;
  try {
    // Each decoder gets a copy, since it may change or transfer it.
    answer = ask?.(head.slice());
  } catch (cause) {
    throw new ImageError("image-undecodable", `The ${names} decoder failed to look at the file: ${messageOf(cause)}`, {
      cause,
    });
  }
  // Some decoders return `null` or `false` for "no".
  if (answer === undefined || answer === null || answer === false) return undefined;
  const mediaType = mediaTypes.find((one) => one === answer);
  if (mediaType === undefined)
    throw new ImageError(
      "image-undecodable",
      `The ${names} decoder's sniff returned ${JSON.stringify(answer)}, which is none of its mediaTypes.`,
    );
  return mediaType;
}

async function decode(
  header: ImageHeader,
  file: Blob,
  context: AskContext,
): Promise<Pick<AppCode, "decoded" | "truncated">> {
  const { decoders, settings, password, signal, app, onProgress, onPages } = context;
  const decoder = decoders.find(({ mediaTypes }) => mediaTypes.includes(header.mediaType))!;
  const { page = 1 } = app;
  const format = formatName(header.mediaType);
  const limits = { timeoutMs: settings.timeoutMs, signal };
  const errors = decoderErrors(format, settings.timeoutMs);
  const forwardProgress = (deadline: AbortSignal, clock: Clock) => (progress: DecodeProgress) => {
    if (deadline.aborted) return;
    keepTime(clock, progress);
    onProgress?.(progress);
  };
  if (onPages && app.page === undefined && decoder.pages) {
    const count = async (deadline: AbortSignal, clock: Clock) =>
      decoder.pages!(file, { header, password, signal: deadline, onProgress: forwardProgress(deadline, clock) });
    const list = checkedPages(await callApp(count, limits, errors), format);
    if (list.count > 1) {
      onPages(list, header);
      throw new Error("The pages are images of their own.");
    }
  }
  const { width, height } = settings.box;
  let truncated: string | undefined;
  const run = (deadline: AbortSignal, clock: Clock) =>
    decoder.decode(file, {
      header,
      page,
      maxPixels: settings.limits.maxPixels,
      box: { width, height },
      truncated: settings.truncated,
      password,
      signal: deadline,
      onProgress: forwardProgress(deadline, clock),
      onTruncated(why) {
        truncated = why;
      },
    });
  const made = await callApp(run, limits, errors);
  // The type allows only these, but an app may return anything.
  if (isBlob(made)) return { decoded: made, truncated };
  if (!isImageData(made) && !isImageBitmap(made))
    throw new ImageError("image-undecodable", `The ${format} decoder returned neither a Blob nor pixels.`);
  if (app.compresses) return { decoded: await asPng(made, limits), truncated };
  return { decoded: isImageData(made) ? plainPixels(made) : made, truncated };
}

/** Copies no pixels. */
function plainPixels({ width, height, data, colorSpace }: ImageData): PlainPixels {
  return { width, height, data, colorSpace };
}

/** While the work waits for its turn, no time limit runs. */
function keepTime(clock: Clock, { step }: DecodeProgress): void {
  if (step === "wait") clock.stop();
  else clock.restart();
}

function decoderErrors(format: string, timeoutMs: number): CallErrors {
  return {
    failed: (detail, cause) =>
      isImageError(cause)
        ? cause
        : new ImageError("image-undecodable", `The ${format} decoder failed: ${detail}`, { cause }),
    timedOut: () =>
      new ImageError("decode-timeout", `The ${format} decoder did not finish within ${timeoutMs} ms.`, {
        actual: timeoutMs,
        limit: timeoutMs,
      }),
  };
}

function checkedPages(answer: unknown, format: string): PageList {
  const { count, chosen = [] } = (answer ?? {}) as Partial<PageList>;
  const isPage = (page: number) => Number.isInteger(page) && page >= 1 && page <= (count ?? 0);
  if (count === undefined || !isPage(count) || !chosen.every(isPage))
    throw new ImageError("image-undecodable", `The ${format} decoder counted its pages as ${JSON.stringify(answer)}.`);
  return answer as PageList;
}

async function compressed(
  { request, file: normalized }: Extract<Wanted, { status: "compress-by-app" }>,
  file: Blob,
  { compress, settings: { timeoutMs }, signal }: AskContext,
): Promise<Blob> {
  const run = (deadline: AbortSignal) => compress!(normalized ?? file, { ...request, signal: deadline });
  const made = await callApp(
    run,
    { timeoutMs, signal },
    {
      failed: (detail, cause) => new ImageError("compress-failed", `The app's compressor failed: ${detail}`, { cause }),
      timedOut: () =>
        new ImageError("compress-failed", `The app's compressor did not answer within ${timeoutMs} ms.`, {
          actual: timeoutMs,
          limit: timeoutMs,
        }),
    },
  );
  if (!isBlob(made)) throw new ImageError("compress-failed", "The app's compressor did not return a Blob.");
  return made;
}
