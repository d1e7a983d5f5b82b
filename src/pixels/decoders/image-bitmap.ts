/** Decoding with `createImageBitmap`, in a worker or on the page. Orientation is applied by the browser. */
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";
import { makeBitmap } from "./make-bitmap.js";

export const imageBitmap: Strategy = {
  name: "image-bitmap",
  suits: (_, { offscreen }) => offscreen,
  async decode({ file, mediaType, target }, { timeLimit }) {
    const bitmap = await makeBitmap(file, mediaType, timeLimit);
    const size = { width: bitmap.width, height: bitmap.height };
    const rows = canvasRows(bitmap, wholeAxes(size), target);
    return { rows, size, rotation: "ask-sides", close: closeBoth(bitmap, rows) };
  },
};
