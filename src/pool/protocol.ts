/** What page and worker say to each other. A `Blob` travels by reference and the result's bytes are moved: nothing is copied on the way. */
import type { EncodeJob, EncodeOutcome } from "../pixels/encode-job.js";

/** A job as it can be posted: a signal cannot cross over, an abort is the end of the worker. */
export type PostedJob = Omit<EncodeJob, "signal">;

export type ToWorker =
  | { type: "encode"; id: number; job: PostedJob }
  /** There is no work now, but there will be: what is slow the first time may be rehearsed until it comes. Not answered. */
  | { type: "rehearse" };

export type FromWorker =
  /** First word of every worker. `able`: it can decode, draw and encode by itself. */
  | { type: "hello"; able: boolean }
  /** A sign of life between two long steps. */
  | { type: "step"; id: number }
  /** `stuck`: a decoder did not answer and may still be at it; only the end of the worker stops it. */
  | { type: "done"; id: number; outcome: EncodeOutcome; stuck: boolean };

/** Anything may arrive where the app brings its own worker; what is not ours is `undefined`. */
export function readMessage<T extends ToWorker | FromWorker>(data: unknown, types: readonly T["type"][]): T | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  return types.some((type) => type === data.type) ? (data as T) : undefined;
}
