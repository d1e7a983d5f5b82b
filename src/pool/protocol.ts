/** The messages between page and worker. A `File` is passed by reference and the result's bytes are transferred: nothing is copied. */
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import type { Hello } from "../shared/greeting.js";
import type { ImageHeader } from "../shared/types.js";

export type ToWorker =
  | { type: "prepare"; id: number; job: PrepareJob }
  /** There is room for this job's pixels, so it may be decoded. */
  | { type: "go"; id: number }
  /** Asks for the small picture in this file, whatever else the worker is doing. */
  | { type: "thumbnail"; id: number; file: Blob }
  /** Asks whether the worker is alive. Answered with `step`. */
  | { type: "ping"; id: number }
  /** A picture will come soon: load the codec. Not answered. */
  | { type: "warm" };

export type FromWorker =
  /** `able`: it can decode, draw and encode by itself. */
  | Hello
  /** The file's header was read and is within the limits. */
  | { type: "header"; id: number; header: ImageHeader }
  /** A JPEG, upright; `undefined`: the file has none. */
  | { type: "thumbnail"; id: number; bytes: Uint8Array<ArrayBuffer> | undefined }
  /** A sign of life: sent between two long steps, and when asked. */
  | { type: "step"; id: number }
  /** `isStuck`: a decoder did not answer and may still be running; only ending the worker stops it. */
  | { type: "done"; id: number; result: PrepareResult; isStuck: boolean }
  /** From the photo worker: the job is for the other one. */
  | { type: "not-a-photo"; id: number }
  /** The message of a bug of ours. */
  | { type: "fault"; id: number; message: string };

/** An app's own worker may send anything; `undefined` for messages that are not ours. */
export function readMessage<T extends ToWorker | FromWorker>(
  data: unknown,
  types: readonly T["type"][],
): T | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  return types.some((type) => type === data.type) ? (data as T) : undefined;
}
