/** Pixels that an app's decoder made are transferred to the worker: they are not copied, and are no longer on the page. */
import type { PrepareJob } from "../pipeline/prepare-job.js";
import { isImageBitmap, isImageData } from "../shared/platform-types.js";

/** What must be transferred with the job. */
export function movedWith({ app: { decoded } }: PrepareJob): Transferable[] {
  if (isImageData(decoded)) return [decoded.data.buffer];
  return isImageBitmap(decoded) ? [decoded] : [];
}

/** Whether the job's pixels were transferred to a worker before, which did not finish it. */
export function hasLostPixels({ app: { decoded } }: PrepareJob): boolean {
  if (isImageData(decoded)) return decoded.data.length === 0;
  return isImageBitmap(decoded) && decoded.width === 0;
}
