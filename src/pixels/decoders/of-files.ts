/** The strategies that decode a file without a document, best first. */
import type { Strategy } from "./decoded.js";
import { imageBitmapHalf } from "./image-bitmap-half.js";
import { imageBitmap } from "./image-bitmap.js";
import { imageDecoderExact } from "./image-decoder-exact.js";
import { imageDecoderScaled } from "./image-decoder-scaled.js";
import { imageDecoder } from "./image-decoder.js";
import { jpegDecoder } from "./jpeg-decoder.js";

export const OF_FILES: readonly Strategy[] = [
  jpegDecoder,
  imageDecoderScaled,
  imageDecoderExact,
  imageDecoder,
  imageBitmapHalf,
  imageBitmap,
];
