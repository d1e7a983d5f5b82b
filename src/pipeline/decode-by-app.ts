/** Formats that browsers do not decode go through a decoder the app added; from there on they are like any other file. */
import type { Decoder } from "../shared/app-codecs.js";
import { callApp } from "./call-app.js";
import { ImageError } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import { inspectWith } from "../formats/inspect-image.js";
import { FORMAT_NAMES } from "../shared/media-types.js";
import { createFileReader } from "./read-file.js";
import type { ImageHeader } from "../shared/types.js";

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
  const made = await callApp(run, { timeoutMs, signal }, {
    failed: (detail, cause) => new ImageError("image-undecodable", `The ${format} decoder failed: ${detail}`, { cause }),
    timedOut: () => new ImageError("decode-timeout", `The ${format} decoder did not finish within ${timeoutMs} ms.`, { actual: timeoutMs, limit: timeoutMs }),
  });
  // `Blob` by its type, and anything by experience.
  if (!(made instanceof Blob)) throw new ImageError("image-undecodable", `The ${format} decoder did not return a Blob.`);
  const reader = createFileReader(made, signal);
  const decoded = await inspectWith(reader);
  if (!decoded) throw new ImageError("image-undecodable", `The ${format} decoder did not return an image.`);
  return { reader, header: decoded };
}
