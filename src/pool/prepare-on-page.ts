/** The same pipeline on the main thread, for browsers and policies that do not allow workers, and for Node. */
import { prepareFile } from "../pipeline/prepare-file.js";
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import { encodeOnPage } from "../pixels/encode-on-page.js";
import type { RunTools } from "./pool.js";

export { findThumbnail } from "../pipeline/find-thumbnail.js";

export function prepareOnPage(job: PrepareJob, tools: RunTools): Promise<PrepareResult> {
  return prepareFile(job, { encode: encodeOnPage, ...tools });
}
