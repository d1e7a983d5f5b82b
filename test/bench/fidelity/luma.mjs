/** Brightness as JPEG weighs it (BT.601, full range), 0 to 255: what the eye and a reader of text go by. */
import { resizeChannel } from "./lanczos.mjs";

const WEIGHTS = [0.299, 0.587, 0.114];

/** Of an interleaved picture of three channels. Single precision is a hundred-thousandth of a level, and half the memory. */
export function lumaOf({ data, width, height, channels }) {
  const luma = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += channels) {
    luma[pixel] = WEIGHTS[0] * data[at] + WEIGHTS[1] * data[at + 1] + WEIGHTS[2] * data[at + 2];
  }
  return luma;
}

/** Of the picture resized: each channel by itself, as a resizer that knows only colours would. */
export function resizedLuma(picture, to) {
  const luma = new Float64Array(to.width * to.height);
  WEIGHTS.forEach((weight, channel) => {
    resizeChannel(picture, channel, to).forEach((level, pixel) => {
      luma[pixel] += weight * level;
    });
  });
  return luma;
}
