import type { EncodeJob, EncodeOutcome } from "../pixels/encode-job.js";
import { guard, reasonOf } from "../shared/guard.js";

/** Asynchronous throughout: webpack's `import()` throws, instead of rejecting, where Trusted Types forbid it to load. */
const load = async () => import("./page.js");

/** The page's own way. Most pages never need it, and it brings a decoder and a library along: loaded when the first job comes to it. */
export async function encodeOnPage(job: EncodeJob): Promise<EncodeOutcome> {
  const loaded = await guard(load(), job).catch((cause: unknown) => ({ cause }));
  if ("cause" in loaded) {
    if (job.signal?.aborted) throw reasonOf(job.signal);
    // A chunk of the app's that is not there any more: a new version was put up, or the network went.
    const detail = `The part that works without a worker could not be loaded: ${String(loaded.cause)}`;
    return { status: "failed", failure: "unencodable", detail, engine: "page" };
  }
  return loaded.encodeOnPage(job);
}
