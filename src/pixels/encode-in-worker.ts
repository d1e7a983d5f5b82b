/** Encodes one picture in a worker. */
import { IN_WORKER } from "./decoders/in-worker.js";
import { type EncodeHooks, encodePicture } from "./encode-picture.js";
import type { EncodeJob, EncodeOutcome } from "./encode-job.js";
import { writeJpeg } from "./encoders/write-jpeg.js";
import { RARE_PIXEL_STEPS } from "./rare-pixel-steps.js";

export type WorkerHooks = Pick<EncodeHooks, "onStep" | "onStuck">;

export function encodeInWorker(job: EncodeJob, hooks: WorkerHooks = {}): Promise<EncodeOutcome> {
  return encodePicture(job, { ...hooks, strategies: IN_WORKER, place: "worker", writeJpeg, rare: RARE_PIXEL_STEPS });
}
