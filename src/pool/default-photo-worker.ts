/** The worker for photos, as `default-worker.ts` brings the one for everything: a fifth less to load before the first photo is ready. */
import InlineWorker from "./photo-worker.ts?worker&inline";

/** Throws as `createDefaultWorker` does. */
export function createPhotoWorker(): Worker {
  return new InlineWorker({ name: "vision-dropzone" });
}
