/** What every way of decoding gives. */
import type { EncodeJob } from "../../core/engine-contract.js";
import type { Size } from "../../core/types.js";
import type { Patience } from "../guard.js";

export interface Decoded {
  /** Something a canvas can draw, `drawn` pixels large. */
  picture: CanvasImageSource;
  drawn: Size;
  /** Size of the picture in the file: larger than `drawn` where the decoder had to make do with less. */
  size: Size;
  close: () => void;
}

export interface Strategy {
  /** Names the rung in `EncodeOutcome.engine`. */
  name: string;
  /** Rejects when it cannot, with a `TimeoutError` when it does not answer, or with the signal's reason. */
  decode: (job: EncodeJob, patience: Patience) => Promise<Decoded>;
}
