import type { ByteReader } from "../formats/byte-reader.js";
import type { Problem } from "../formats/problem.js";
import { registry } from "../formats/registry.js";
import type { EncodePicture } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import type { ImageHeader } from "../shared/types.js";
import { isLenientWith } from "./lenient.js";

interface VerifyContext {
  /** `undefined`: the app's code decodes, of which nothing is known. */
  encode: EncodePicture | undefined;
  timeoutMs: number;
  /** Aborted when the picture has been drawn down to its last row. */
  drawn: AbortSignal;
  signal: AbortSignal | undefined;
}

/**
 * What an incomplete file lacks that the decoder would not notice; meant to run while it decodes. Costs nothing where the decoder is
 * strict, and for formats without `verifyComplete`.
 */
export async function findMissing(reader: ByteReader, { mediaType }: ImageHeader, { encode, timeoutMs, drawn, signal }: VerifyContext): Promise<Problem | undefined> {
  const verify = registry.formatOf(mediaType)?.verifyComplete;
  if (!verify) return undefined;
  throwIfAborted(signal);
  if (encode && !(await isLenientWith(mediaType, encode, timeoutMs))) return undefined;
  return verify.findMissing(reader, drawn);
}
