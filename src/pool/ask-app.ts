/** The app's own `compress` and `decoders`, which run on the page. Loaded by apps that have any. */
import type { AppCode, PrepareResult } from "../pipeline/prepare-job.js";
import type { Compress, Decoder } from "../shared/app-codecs.js";
import { ImageError, messageOf } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import { isBlob } from "../shared/platform-types.js";
import type { MediaType } from "../shared/types.js";
import { callApp } from "./call-app.js";

type Wanted = Extract<PrepareResult, { status: "sniff-by-app" | "decode-by-app" | "compress-by-app" }>;

interface AskContext {
  compress: Compress | undefined;
  decoders: readonly Decoder[];
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** The answer goes into the next job. Rejects with `ImageError` for code that fails, hangs, or gives back no `Blob`; with the signal's reason on abort. */
export async function askApp(wanted: Wanted, file: Blob, context: AskContext): Promise<Partial<AppCode>> {
  if (wanted.status === "sniff-by-app") return { sniffed: { mediaType: sniff(wanted.head, context.decoders) } };
  if (wanted.status === "decode-by-app") return { decoded: await decode(wanted.header, file, context) };
  return { compressed: { file: await compressed(wanted, file, context), attempt: wanted.attempt } };
}

/** The first decoder that knows the file counts. */
function sniff(head: Uint8Array, decoders: readonly Decoder[]): MediaType | undefined {
  for (const decoder of decoders) {
    const mediaType = sniffWith(decoder, head);
    if (mediaType !== undefined) return mediaType;
  }
  return undefined;
}

function sniffWith({ sniff: ask, mediaTypes }: Decoder, head: Uint8Array): MediaType | undefined {
  const names = mediaTypes.map(formatName).join(", ");
  let told: unknown;
  try {
    // A copy each, since nobody knows what it does with it.
    told = ask?.(head.slice());
  } catch (cause) {
    throw new ImageError("image-undecodable", `The ${names} decoder failed to look at the file: ${messageOf(cause)}`, {
      cause,
    });
  }
  // `null` and `false` are what some will return for "no".
  if (told === undefined || told === null || told === false) return undefined;
  const mediaType = mediaTypes.find((one) => one === told);
  if (mediaType === undefined)
    throw new ImageError(
      "image-undecodable",
      `The ${names} decoder's sniff returned ${JSON.stringify(told)}, which is none of its mediaTypes.`,
    );
  return mediaType;
}

async function decode(
  header: Extract<Wanted, { status: "decode-by-app" }>["header"],
  file: Blob,
  { decoders, timeoutMs, signal }: AskContext,
): Promise<Blob> {
  const format = formatName(header.mediaType);
  const decoder = decoders.find(({ mediaTypes }) => mediaTypes.includes(header.mediaType));
  const run = (deadline: AbortSignal) => decoder!.decode(file, { header, signal: deadline });
  const made = await callApp(
    run,
    { timeoutMs, signal },
    {
      failed: (detail, cause) =>
        new ImageError("image-undecodable", `The ${format} decoder failed: ${detail}`, { cause }),
      timedOut: () =>
        new ImageError("decode-timeout", `The ${format} decoder did not finish within ${timeoutMs} ms.`, {
          actual: timeoutMs,
          limit: timeoutMs,
        }),
    },
  );
  // `Blob` by its type, and anything by experience.
  if (!isBlob(made)) throw new ImageError("image-undecodable", `The ${format} decoder did not return a Blob.`);
  return made;
}

async function compressed(
  { request, file: normalized }: Extract<Wanted, { status: "compress-by-app" }>,
  file: Blob,
  { compress, timeoutMs, signal }: AskContext,
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
