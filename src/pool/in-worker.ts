/** What a worker encodes with, in earnest and in rehearsal. */
import type { EncodeHooks } from "../pixels/encode.js";
import { writeJpeg } from "../jpeg-codec/encoder/write-jpeg.js";
import { IN_WORKER } from "../pixels/decoders/in-worker.js";

export const WORKER_HOOKS: EncodeHooks = { strategies: IN_WORKER, place: "worker", writeJpeg };
