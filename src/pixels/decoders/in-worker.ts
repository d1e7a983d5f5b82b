/** The strategies of a worker, best first. Those that need a document, or are rarely needed, stay out of the worker's bundle. */
import type { Strategy } from "./decoded.js";
import { givenBitmap, givenImageData } from "./given-pixels.js";
import { imageBitmapHalf } from "./image-bitmap-half.js";
import { imageBitmap } from "./image-bitmap.js";
import { imageDecoderExact } from "./image-decoder-exact.js";
import { imageDecoderScaled } from "./image-decoder-scaled.js";
import { imageDecoder } from "./image-decoder.js";
import { jpegDecoder } from "./jpeg-decoder.js";

export const IN_WORKER: readonly Strategy[] = [
  givenImageData,
  givenBitmap,
  jpegDecoder,
  imageDecoderScaled,
  imageDecoderExact,
  imageDecoder,
  imageBitmapHalf,
  imageBitmap,
];
