/** An image's size and tokens on a model. Computed once per image, since five hundred are needed at each keystroke. */
import type { TokenModel } from "../shared/tokens/types.js";
import { willBeResampled } from "../shared/tokens/untouched.js";
import type { Size } from "../shared/types.js";
import { imageCache } from "./image-cache.js";

export interface ImageFigures {
  tokens: number;
  /** The size that the provider downsizes it to; `undefined` if it takes the image as it is. */
  resampled: Size | undefined;
}

/** Throws `TypeError` for a detail that the model does not know. */
export function imageFigures(image: Size, model: TokenModel, detail: string | undefined): ImageFigures {
  const { width, height } = image;
  const cache = imageCache(image);
  const known = cache.figures;
  // The pixels are compared as well: outside the queue, images are the app's own objects, which it may change.
  const isSame = known?.model === model && known.detail === detail && known.width === width && known.height === height;
  if (isSame) return known.made;
  const made: ImageFigures = { tokens: model.tokens(image, detail), resampled: willBeResampled(image, model, detail) };
  cache.figures = { width, height, model, detail, made };
  return made;
}
