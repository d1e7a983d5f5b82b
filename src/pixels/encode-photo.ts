/** Encodes one photo in a worker: a file with one picture, in colours that every browser converts. */
import { OF_FILES } from "./decoders/of-files.js";
import type { WorkerHooks } from "./encode-in-worker.js";
import type { EncodeJob, EncodeOutcome } from "./encode-job.js";
import { encodePicture } from "./encode-picture.js";
import { writeJpeg } from "./encoders/write-jpeg.js";

export function encodePhoto(job: EncodeJob, hooks: WorkerHooks): Promise<EncodeOutcome> {
  return encodePicture(job, { ...hooks, strategies: OF_FILES, place: "worker", writeJpeg });
}
