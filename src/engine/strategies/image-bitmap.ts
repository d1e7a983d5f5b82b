/** Decoding with `createImageBitmap`, in a worker or on the page. Orientation is applied by the engine. */
import { guard, isTimeout } from "../guard.js";
import type { Strategy } from "./decoded.js";

export const imageBitmap: Strategy = {
  name: "image-bitmap",
  async decode({ file, mediaType }, patience) {
    const wait = <T>(work: Promise<T>, late?: (value: T) => void) => guard(work, patience, late);
    const decode = (blob: Blob) => wait(createImageBitmap(blob), (bitmap) => bitmap.close());
    let bitmap: ImageBitmap;
    try {
      bitmap = await decode(file.slice(0, file.size, mediaType));
    } catch (cause) {
      if (isTimeout(cause) || patience.signal?.aborted) throw cause;
      // Firefox refuses a blob whose first part is a few bytes, and takes the same bytes in one part (T19).
      bitmap = await decode(new Blob([await wait(file.arrayBuffer())], { type: mediaType }));
    }
    const size = { width: bitmap.width, height: bitmap.height };
    return { picture: bitmap, drawn: size, size, close: () => bitmap.close() };
  },
};
