/** Encodes one picture in a worker. */
import { IN_WORKER } from "./decoders/in-worker.js";
import { type EncodeHooks, encodePicture } from "./encode-picture.js";
import type { EncodeJob, EncodeOutcome } from "./encode-job.js";
import { writeJpeg } from "./encoders/write-jpeg.js";

export function encodeInWorker(
  job: EncodeJob,
  hooks: Pick<EncodeHooks, "onStep" | "onStuck"> = {},
): Promise<EncodeOutcome> {
  return encodePicture(job, { ...hooks, strategies: IN_WORKER, place: "worker", writeJpeg });
}
