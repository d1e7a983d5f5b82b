import { checkCall } from "../shared/errors.js";
import { isBlob } from "../shared/platform-types.js";
import type { ImageHeader } from "../shared/types.js";
import { createByteReader } from "./byte-reader.js";
import { registry } from "./registry.js";

/**
 * Reads the header of an image file: type by content, upright width and height in pixels,
 * orientation, one or many frames, alpha where the header states it. Nothing is decoded; a photo costs one slice of 65.5 kB, and
 * further ones only where the header goes on.
 *
 * Resolves to `undefined` if the file is not an image that is known here, or if its header is too damaged to tell its size.
 * Rejects with the signal's reason, with the browser's own error when the file cannot be read, or with `TypeError` for what is no file.
 *
 * Why not the npm package image-size (2.1.0, read and measured): it says nothing of frames and alpha, knows orientation only in
 * JPEG and does not apply it; it takes one buffer and throws alike for "needs more bytes" and "broken", and 3 of 20 camera files
 * need more than that, one more than 524 kB. These readers ask for the bytes they need.
 */
export async function inspectImage(
  file: Blob,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<ImageHeader | undefined> {
  checkCall(isBlob(file), "inspectImage takes a File or a Blob. A URL must be fetched first.");
  return registry.inspect(createByteReader(file, signal));
}
