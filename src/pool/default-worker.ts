/**
 * The worker we bring along: one classic script, inlined at build time and started from a `blob:` URL, the only form that
 * every bundler and development server carries through (T29). Loaded when it is needed: it is larger than all else of the page's side.
 */
import InlineWorker from "./worker.ts?worker&inline";

/** Throws where a Content-Security-Policy or Trusted Types forbid it; in some browsers an error event follows instead. */
export function createDefaultWorker(): Worker {
  return new InlineWorker({ name: "vision-dropzone" });
}
