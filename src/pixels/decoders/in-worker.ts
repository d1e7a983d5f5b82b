/** The strategies of a worker, best first. Those that need a document, or are rarely needed, stay out of the worker's bundle. */
import type { Strategy } from "./decoded.js";
import { givenBitmap, givenImageData } from "./given-pixels.js";
import { OF_FILES } from "./of-files.js";

export const IN_WORKER: readonly Strategy[] = [givenImageData, givenBitmap, ...OF_FILES];
