/**
 * The last strategy, for browsers without a worker canvas (Safari before 16.4): browser-image-compression decodes on the page,
 * and our code does everything after that. Its one-call form is not used: it truncates sides (590 where 591 is right), fails on
 * pictures a pixel wide, lowers the quality whenever the result is larger than the original, supports no background but white,
 * never releases its canvases, and hangs on a broken EXIF offset. It decodes well: it knows which Safari cannot be trusted with
 * `createImageBitmap`, and how large a canvas each browser supports.
 *
 * It falls back to an `img`, which shows the readable part of a damaged file, so truncated files must be rejected before.
 */
import { withTimeout } from "../../shared/with-timeout.js";
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";

type Drawn = [image: ImageBitmap | HTMLImageElement, canvas: HTMLCanvasElement];

export const compressionLibrary: Strategy = {
  name: "compression-library",
  suits: (_, { offscreen }) => !offscreen,
  async decode({ file, mediaType, target }, { timeLimit }) {
    const { default: library } = await withTimeout(import("browser-image-compression"), timeLimit);
    // The library's types ask for a `File`, but any blob works if its type is the true one.
    const blob = file.slice(0, file.size, mediaType) as File;
    const drawn: Drawn = await withTimeout(library.drawFileInCanvas(blob), timeLimit, close);
    const [image, canvas] = drawn;
    // If the browser supports no canvas of the picture's size, the library makes a smaller one.
    const rows = canvasRows(canvas, wholeAxes(canvas), target);
    return {
      rows,
      size: { width: image.width, height: image.height },
      rotation: "ask-sides",
      close: closeBoth({ close: () => close(drawn) }, rows),
    };
  },
};

function close([image, canvas]: Drawn): void {
  if ("close" in image) image.close();
  canvas.width = 0;
  canvas.height = 0;
}
