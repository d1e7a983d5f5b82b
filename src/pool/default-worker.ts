/**
 * Our own worker: one classic script, inlined at build time and started from a `blob:` URL, the only form that works with every
 * bundler and development server (T29). Loaded when needed: it is larger than the rest of the page's side.
 */
import InlineWorker from "./worker.ts?worker&inline";

/** Throws if a Content-Security-Policy or Trusted Types forbid it; in some browsers an error event follows instead. */
export function createDefaultWorker(): Worker {
  return new InlineWorker({ name: "vision-dropzone" });
}
