import type { EncodePicture } from "../pixels/encode-job.js";

/**
 * One picture after the other: the kernels of a thread have one memory, and a second picture would be drawn into the first. A file has
 * two at once while the browser's decoder is tried beside it.
 */
export function oneAtATime(encode: EncodePicture): EncodePicture {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const outcome = last.then(() => encode(job));
    last = outcome.catch(() => undefined);
    return outcome;
  };
}
