/** Formats that browsers do not decode go through a decoder the app added; from there on they are like any other file. */
import type { Decoder } from "./app-codecs.js";
import { withDeadline } from "./deadline.js";
import { abortReason, ImageError, messageOf } from "./errors.js";
import type { ByteReader } from "./inspect/byte-reader.js";
import { inspectWith } from "./inspect/inspect-image.js";
import { FORMAT_NAMES } from "./media-types.js";
import { createFileReader } from "./read-file.js";
import type { ImageHeader } from "./types.js";

/** `undefined`: no decoder claims this format. */
export async function decodeByPlugin(
  file: Blob,
  header: ImageHeader,
  decoders: readonly Decoder[],
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<{ reader: ByteReader; header: ImageHeader } | undefined> {
  const decoder = decoders.find(({ mediaTypes }) => mediaTypes.includes(header.mediaType));
  if (!decoder) return undefined;
  const format = FORMAT_NAMES[header.mediaType];
  const run = (deadline: AbortSignal) => decoder.decode(file, { header, signal: deadline });
  const result = await withDeadline(run, { timeoutMs, signal }).catch((cause: unknown) => {
    if (signal?.aborted) throw abortReason(signal);
    const detail = messageOf(cause);
    throw new ImageError("image-undecodable", `The ${format} decoder failed: ${detail}`, { cause });
  });
  if (result.status === "timed-out") {
    throw new ImageError("decode-timeout", `The ${format} decoder did not finish within ${timeoutMs} ms.`, { actual: timeoutMs, limit: timeoutMs });
  }
  const made: unknown = result.value;
  // `Blob` by its type, and anything by experience.
  if (!(made instanceof Blob)) throw new ImageError("image-undecodable", `The ${format} decoder did not return a Blob.`);
  const reader = createFileReader(made, signal);
  const decoded = await inspectWith(reader);
  if (!decoded) throw new ImageError("image-undecodable", `The ${format} decoder did not return an image.`);
  return { reader, header: decoded };
}
