/**
 * Files that are placeholders for something that could not be read, such as a dropped folder. A list of files has no other place
 * for it, and an empty file would be rejected with a misleading message.
 */
import type { ImageError } from "./errors.js";

const refusals = new WeakMap<Blob, ImageError>();

/** Preparing the file will reject with this error. */
export function refuseLater<F extends Blob>(file: F, error: ImageError): F {
  refusals.set(file, error);
  return file;
}

export function knownRefusal(file: Blob): ImageError | undefined {
  return refusals.get(file);
}
