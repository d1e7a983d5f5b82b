/** The same pipeline on the main thread, for browsers and policies that do not allow workers, and for Node. */
import { EVERYTHING } from "../pipeline/everything.js";
import { findThumbnail } from "../pipeline/find-thumbnail.js";
import { prepareFile } from "../pipeline/prepare-file.js";
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import { drawContactSheet } from "../pixels/contact-sheet.js";
import { encodeOnPage } from "../pixels/encode-on-page.js";
import type { RunTools } from "./pool.js";

export function prepareOnPage(job: PrepareJob, tools: RunTools): Promise<PrepareResult> {
  return prepareFile(job, { ...EVERYTHING, encode: encodeOnPage, drawSheet: drawContactSheet, ...tools });
}

export function findThumbnailOnPage(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return findThumbnail(file, EVERYTHING);
}
