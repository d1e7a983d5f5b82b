/**
 * Files that stand for something that could not be read when it came in, such as a folder: a list of files has no other room for
 * it, and as the empty file that it is here it would be refused in the wrong words.
 */
import type { ImageError } from "./errors.js";

const refusals = new WeakMap<Blob, ImageError>();

/** The file will be refused with this error, whoever prepares it. */
export function refuseLater<F extends Blob>(file: F, error: ImageError): F {
  refusals.set(file, error);
  return file;
}

export function knownRefusal(file: Blob): ImageError | undefined {
  return refusals.get(file);
}
