/** The strategies of a page, best first: those of a worker, and those that work without an `OffscreenCanvas`. */
import { compressionLibrary } from "./compression-library.js";
import type { Strategy } from "./decoded.js";
import { imageElement } from "./image-element.js";
import { IN_WORKER } from "./in-worker.js";

export const ON_PAGE: readonly Strategy[] = [...IN_WORKER, imageElement, compressionLibrary];
