/** Pixels that an app's decoder made, and planes that were kept, are transferred to the worker: they are not copied, and are no longer on the page. */
import type { PrepareJob } from "../pipeline/prepare-job.js";
import { isImageBitmap, isImageData } from "../shared/platform-types.js";

/** What must be transferred with the job. */
export function movedWith({ app: { decoded }, rewritable }: PrepareJob): Transferable[] {
  if (rewritable) return [rewritable.planes.buffer];
  if (isImageData(decoded)) return [decoded.data.buffer];
  return isImageBitmap(decoded) ? [decoded] : [];
}

/** Whether the job's pixels were transferred to a worker before, which did not finish it. */
export function hasLostPixels({ app: { decoded }, rewritable }: PrepareJob): boolean {
  if (rewritable?.planes.length === 0) return true;
  if (isImageData(decoded)) return decoded.data.length === 0;
  return isImageBitmap(decoded) && decoded.width === 0;
}
