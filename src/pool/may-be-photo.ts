import type { PrepareJob } from "../pipeline/prepare-job.js";
import type { MediaType } from "../shared/types.js";

/** As `formats/photo-registry.ts` has them. Without a type, the photo worker looks what it is. */
const PHOTO_TYPES: readonly MediaType[] = ["image/jpeg", "image/png", "image/webp", ""];

/** Whether the photo worker is asked first, by what is known before anything is read. A file that states a wrong type is found out there. */
export function mayBePhoto({ file, app, pieces, rewritable }: PrepareJob): boolean {
  const isRare = app.compresses || app.sniffed || app.decoded || rewritable || typeof pieces === "object";
  return PHOTO_TYPES.includes(file.type) && !isRare;
}
