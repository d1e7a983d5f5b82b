/** `createImageBitmap` of a file, with a time limit and without Firefox's trouble with blobs made of parts. */
import { readBytes } from "../../shared/read-bytes.js";
import type { MediaType } from "../../shared/types.js";
import { guard, isTimeout, type Patience } from "../../shared/guard.js";

/** Close it. Rejects as `guard` does, or with the browser's own error. */
export async function makeBitmap(file: Blob, mediaType: MediaType, patience: Patience, options: ImageBitmapOptions = {}): Promise<ImageBitmap> {
  const decode = (blob: Blob) => guard(createImageBitmap(blob, options), patience, (late) => late.close());
  try {
    return await decode(file.slice(0, file.size, mediaType));
  } catch (cause) {
    if (isTimeout(cause) || patience.signal?.aborted) throw cause;
    // Firefox refuses a blob whose first part is one byte or two, and takes the same bytes in one part (T19).
    return decode(new Blob([await guard(readBytes(file), patience)], { type: mediaType }));
  }
}
