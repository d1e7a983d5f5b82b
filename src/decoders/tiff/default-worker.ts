/** Inlined at build time and started from a `blob:` URL, like the worker that prepares images. */
import InlineWorker from "./worker.ts?worker&inline";

export function createDefaultWorker(): Worker {
  return new InlineWorker({ name: "vision-dropzone-tiff" });
}
