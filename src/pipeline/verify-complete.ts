import type { Damage } from "../formats/problem.js";
import type { EncodePicture } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import type { ByteReader } from "../formats/byte-reader.js";
import type { ImageHeader } from "../shared/types.js";
import { brokenJpegScan } from "../formats/jpeg/scans.js";
import { isLenientWith } from "./lenient.js";
import { missingPngPixels } from "../formats/png/pixels.js";

interface ProofContext {
  /** `undefined`: another decodes, who is not known. */
  encode: EncodePicture | undefined;
  timeoutMs: number;
  /** Fires when the engine has drawn the picture down to its last row. */
  drawn: AbortSignal;
  signal: AbortSignal | undefined;
}

const PROOFS = { "image/png": missingPngPixels, "image/jpeg": brokenJpegScan } as const;

/**
 * What a damaged file lacks that the engine would not notice; meant to run while the engine is at work. Costs nothing where the
 * engine is strict, and for all formats but PNG and JPEG.
 */
export async function findMissing(reader: ByteReader, { mediaType }: ImageHeader, { encode, timeoutMs, drawn, signal }: ProofContext): Promise<Damage | undefined> {
  if (mediaType !== "image/png" && mediaType !== "image/jpeg") return undefined;
  throwIfAborted(signal);
  if (encode && !(await isLenientWith(mediaType, encode, timeoutMs))) return undefined;
  return PROOFS[mediaType](reader, drawn);
}
