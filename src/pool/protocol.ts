/** What page and worker say to each other. A `File` travels by reference and the result's bytes are moved: nothing is copied on the way. */
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import type { ImageHeader } from "../shared/types.js";

export type ToWorker =
  | { type: "prepare"; id: number; job: PrepareJob }
  /** There is room for the pixels of this job's picture: it may be decoded. */
  | { type: "go"; id: number }
  /** The small picture in this file is wanted, whatever else is being done. */
  | { type: "thumbnail"; id: number; file: Blob }
  /** Are you there? Answered with a step. */
  | { type: "ping"; id: number }
  /** A picture will come soon: load what is slow to load. Not answered. */
  | { type: "warm" };

export type FromWorker =
  /** First word of every worker. `able`: it can decode, draw and encode by itself. `version`: of the package it was built from. */
  | { type: "hello"; able: boolean; version: string }
  /** The file's header was read and is within the limits. */
  | { type: "header"; id: number; header: ImageHeader }
  /** A JPEG, upright; `undefined`: the file holds none. */
  | { type: "thumbnail"; id: number; bytes: Uint8Array<ArrayBuffer> | undefined }
  /** A sign of life: between two long steps, and when asked for one. */
  | { type: "step"; id: number }
  /** `stuck`: a decoder did not answer and may still be at it; only the end of the worker stops it. */
  | { type: "done"; id: number; result: PrepareResult; stuck: boolean }
  /** A fault of ours, in words. */
  | { type: "fault"; id: number; message: string };

/** Anything may arrive where the app brings its own worker; what is not ours is `undefined`. */
export function readMessage<T extends ToWorker | FromWorker>(
  data: unknown,
  types: readonly T["type"][],
): T | undefined {
  if (typeof data !== "object" || data === null || !("type" in data)) return undefined;
  return types.some((type) => type === data.type) ? (data as T) : undefined;
}
