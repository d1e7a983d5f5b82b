/** The interface of decoding strategies. */
import type { EncodeJob } from "../encode-job.js";
import type { Size } from "../../shared/types.js";
import type { Capabilities } from "../probes/capabilities.js";
import type { TimeLimit } from "../../shared/with-timeout.js";
import type { CanvasRows } from "../resample/canvas-rows.js";
import type { PixelRows } from "../resample/pixel-rows.js";

export interface Decoded {
  rows: PixelRows;
  /** Size of the picture in the file, the way up that `rows` have it; larger than they are where less was decoded. */
  size: Size;
  /** Whether `rows` are as stored, so that the orientation is still to be applied; `ask-sides`: only the sides can tell. */
  rotation: "upright" | "as-stored" | "ask-sides";
  /** The colour space of `rows`. @default "srgb" */
  colourSpace?: PredefinedColorSpace;
  close: () => void;
}

export interface DecodeContext {
  capabilities: Capabilities;
  timeLimit: TimeLimit;
  /** Which frame of an animation to decode; other than 0 only for strategies with `byImageDecoder`. */
  frameIndex: number;
}

export interface Strategy {
  /** Names the strategy in `EncodeOutcome.engine`. */
  name: string;
  /** Decodes with `ImageDecoder`, which in some browsers reports success for damaged files (`Capabilities.pretends`). */
  byImageDecoder?: true;
  /** Needs no probes of the browser: `suits` is given `UNTRIED`. */
  isUntried?: true;
  /** Decodes row by row: the whole picture is never in memory. */
  isStreaming?: true;
  /** Rejects damaged files instead of decoding them in part. */
  isStrict?: true;
  /** Whether this browser can, and whether it is the right way for this job. Pure. */
  suits: (job: EncodeJob, capabilities: Capabilities) => boolean;
  /** Rejects when it cannot, with a `TimeoutError` when it does not answer, or with the signal's reason. */
  decode: (job: EncodeJob, context: DecodeContext) => Promise<Decoded>;
}

/** The end of a picture that was read by way of canvases. */
export function closeBoth(picture: { close: () => void }, rows: CanvasRows): () => void {
  return () => {
    rows.release();
    picture.close();
  };
}
