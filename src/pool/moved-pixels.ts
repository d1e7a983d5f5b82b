/** Pixels that an app's decoder made go to the worker by being moved there: no copy, and nothing left here. */
import type { PrepareJob } from "../pipeline/prepare-job.js";
import { isImageBitmap, isImageData } from "../shared/platform-types.js";

/** What is to be moved along with the job. */
export function movedWith({ app: { decoded } }: PrepareJob): Transferable[] {
  if (isImageData(decoded)) return [decoded.data.buffer];
  return isImageBitmap(decoded) ? [decoded] : [];
}

/** Whether the job's pixels went to a worker before, which did not finish it. */
export function hasLostPixels({ app: { decoded } }: PrepareJob): boolean {
  if (isImageData(decoded)) return decoded.data.length === 0;
  return isImageBitmap(decoded) && decoded.width === 0;
}
