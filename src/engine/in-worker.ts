/** What a worker encodes with, in earnest and in rehearsal. */
import type { EncodeHooks } from "./encode.js";
import { writeJpeg } from "./jpeg-encoder/write-jpeg.js";
import { IN_WORKER } from "./strategies/in-worker.js";

export const WORKER_HOOKS: EncodeHooks = { strategies: IN_WORKER, place: "worker", writeJpeg };
