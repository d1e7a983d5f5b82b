/** The interface of decoding strategies. */
import type { EncodeJob } from "../encode-job.js";
import type { Size } from "../../shared/types.js";
import type { Capabilities } from "../probes/capabilities.js";
import type { TimeLimit } from "../../shared/with-timeout.js";
import type { CanvasRows } from "../resample/canvas-rows.js";
import type { PixelRows } from "../resample/pixel-rows.js";

export interface Decoded {
  rows: PixelRows;
  /** Size of the picture in the file, rotated as `rows` are; larger than `rows` if less was decoded. */
  size: Size;
  /** Whether `rows` are as stored, so that the orientation must still be applied; `ask-sides`: only the sides tell. */
  rotation: "upright" | "as-stored" | "ask-sides";
  /** The colour space of `rows`. @default "srgb" */
  colourSpace?: PredefinedColorSpace;
  close: () => void;
}

export interface DecodeContext {
  capabilities: Capabilities;
  timeLimit: TimeLimit;
  /** Which frame of an animation to decode; only strategies with `byImageDecoder` support others than 0. */
  frameIndex: number;
}

export interface Strategy {
  /** Name of the strategy in `EncodeOutcome.backend`. */
  name: string;
  /** Decodes with `ImageDecoder`, which in some browsers reports success for damaged files (`Capabilities.returnsWhite`). */
  byImageDecoder?: true;
  /** Needs no probes of the browser: `suits` is called with `UNPROBED`. */
  needsNoProbes?: true;
  /** For jobs with `pixels`, and only for these; the others decode the file. */
  isForGivenPixels?: true;
  /** Decodes row by row, so that the whole picture is never in memory. */
  isStreaming?: true;
  /** Rejects damaged files instead of decoding them in part. */
  isStrict?: true;
  /** Whether this browser supports it, and whether it is the right way for this job. Pure. */
  suits: (job: EncodeJob, capabilities: Capabilities) => boolean;
  /** Rejects if it fails, with a `TimeoutError` if it does not answer, or with the signal's reason. */
  decode: (job: EncodeJob, context: DecodeContext) => Promise<Decoded>;
}

/** Cleans up after a picture that was read through canvases. */
export function closeBoth(picture: { close: () => void }, rows: CanvasRows): () => void {
  return () => {
    rows.release();
    picture.close();
  };
}
