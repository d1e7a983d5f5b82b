/** Caches the meter's results for an image as long as the image lives: a keystroke must not build or scan base64 again. */
import type { Endpoint } from "../shared/endpoint.js";
import type { Size } from "../shared/types.js";
import type { TokenModel } from "../shared/tokens/types.js";
import type { ImageBlock } from "./image-block.js";
import type { ImageFigures } from "./image-figures.js";

interface KeptBlock {
  endpoint: Endpoint<unknown>;
  fileId: string | undefined;
  made: ImageBlock<unknown>;
}

export interface ImageCache {
  /** The last block that has the image or its address. */
  inline?: KeptBlock;
  /** The last block that refers to its upload. */
  reference?: KeptBlock;
  figures?: Size & { model: TokenModel; detail: string | undefined; made: ImageFigures };
}

const caches = new WeakMap<object, ImageCache>();

/** The image's entry, to be filled in; empty the first time. */
export function imageCache(image: object): ImageCache {
  let cache = caches.get(image);
  if (!cache) caches.set(image, (cache = {}));
  return cache;
}
