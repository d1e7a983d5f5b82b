/** `createImageBitmap` of a file, with a time limit and a workaround for Firefox's trouble with blobs made of parts. */
import { readBytes } from "../../shared/read-bytes.js";
import type { MediaType } from "../../shared/types.js";
import { withTimeout, isTimeout, type TimeLimit } from "../../shared/with-timeout.js";

/** The caller closes it. Rejects as `withTimeout` does, or with the browser's own error. */
export async function makeBitmap(
  file: Blob,
  mediaType: MediaType,
  timeLimit: TimeLimit,
  options: ImageBitmapOptions = {},
): Promise<ImageBitmap> {
  const decode = (blob: Blob) => withTimeout(createImageBitmap(blob, options), timeLimit, (late) => late.close());
  try {
    return await decode(file.slice(0, file.size, mediaType));
  } catch (cause) {
    if (isTimeout(cause) || timeLimit.signal?.aborted) throw cause;
    // Firefox refuses a blob whose first part is one or two bytes long, but takes the same bytes in one part (T19).
    return decode(new Blob([await withTimeout(readBytes(file), timeLimit)], { type: mediaType }));
  }
}
