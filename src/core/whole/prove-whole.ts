import type { Damage } from "../damage/damage.js";
import type { Engine } from "../engine-contract.js";
import { throwIfAborted } from "../errors.js";
import type { ByteReader } from "../inspect/byte-reader.js";
import type { ImageHeader } from "../types.js";
import { brokenJpegScan } from "./jpeg-scans.js";
import { isLenientWith } from "./lenient.js";
import { missingPngPixels } from "./png-pixels.js";

interface ProofContext {
  /** `undefined`: another decodes, who is not known. */
  engine: Engine | undefined;
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
export async function findMissing(reader: ByteReader, { mediaType }: ImageHeader, { engine, timeoutMs, drawn, signal }: ProofContext): Promise<Damage | undefined> {
  if (mediaType !== "image/png" && mediaType !== "image/jpeg") return undefined;
  throwIfAborted(signal);
  if (engine && !(await isLenientWith(mediaType, engine, timeoutMs))) return undefined;
  return PROOFS[mediaType](reader, drawn);
}
