import type { PrepareJob } from "../pipeline/prepare-job.js";
import type { MediaType } from "../shared/types.js";

/** The types in `formats/photo-registry.ts`. If a file states no type, the photo worker finds out. */
const PHOTO_TYPES: readonly MediaType[] = ["image/jpeg", "image/png", "image/webp", ""];

/** Whether to try the photo worker first, before anything is read. It will notice if a file states a wrong type. */
export function mayBePhoto({ file, app, pieces, rewritable }: PrepareJob): boolean {
  const isRare = app.compresses || app.sniffed || app.decoded || rewritable || typeof pieces === "object";
  return PHOTO_TYPES.includes(file.type) && !isRare;
}
