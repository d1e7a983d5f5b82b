/** What a worker encodes with, in earnest and in rehearsal. */
import type { EncodeHooks } from "./encode.js";
import { encodeJpeg } from "./jpeg-encoder/encode-jpeg.js";
import { loadEncoder } from "./jpeg-encoder/load-encoder.js";
import { IN_WORKER } from "./strategies/in-worker.js";

export const WORKER_HOOKS: EncodeHooks = {
  strategies: IN_WORKER,
  place: "worker",
  async writeJpeg(picture, quality) {
    // Why WebAssembly is not to be had, a policy or an old processor, changes nothing: a canvas does it.
    const encoder = await loadEncoder().catch(() => undefined);
    return encoder && encodeJpeg(encoder, picture, quality);
  },
};
