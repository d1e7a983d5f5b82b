/**
 * Files that are placeholders for something that could not be read, such as a dropped folder. A list of files has no other place
 * for it, and an empty file would be rejected with a misleading message.
 */
import type { ImageError } from "./errors.js";

const rejections = new WeakMap<Blob, ImageError>();

/** Preparing the file will reject with this error. */
export function rejectLater<F extends Blob>(file: F, error: ImageError): F {
  rejections.set(file, error);
  return file;
}

export function knownRejection(file: Blob): ImageError | undefined {
  return rejections.get(file);
}
