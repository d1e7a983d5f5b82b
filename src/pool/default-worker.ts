/**
 * The worker we bring along: one classic script, inlined at build time and started from a `blob:` URL, the only form that
 * every bundler and development server carries through (T29).
 */
import InlineWorker from "./worker.ts?worker&inline";

/** Throws where a Content-Security-Policy or Trusted Types forbid it; in some engines an error event follows instead. */
export function createDefaultWorker(): Worker {
  return new InlineWorker({ name: "vision-dropzone" });
}
