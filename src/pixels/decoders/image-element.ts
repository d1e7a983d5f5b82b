/**
 * An `img`, for pages in browsers without a worker canvas (Safari before 16.4). It shows the readable part of a damaged file,
 * so truncated files must be rejected before.
 */
import { withTimeout } from "../../shared/with-timeout.js";
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";

export const imageElement: Strategy = {
  name: "image-element",
  suits: (_, { offscreen }) => !offscreen,
  async decode({ file, mediaType, target }, { timeLimit }) {
    const url = URL.createObjectURL(file.slice(0, file.size, mediaType));
    const image = new Image();
    const release = () => {
      image.src = "";
      URL.revokeObjectURL(url);
    };
    try {
      // WebKit's `decode()` never settles for some files, and resolves for broken ones before they have loaded.
      await withTimeout(loaded(image, url), timeLimit);
      const size = { width: image.naturalWidth, height: image.naturalHeight };
      if (size.width === 0 || size.height === 0) throw new Error("The picture has no size.");
      const rows = canvasRows(image, wholeAxes(size), target);
      return { rows, size, rotation: "ask-sides", close: closeBoth({ close: release }, rows) };
    } catch (cause) {
      release();
      throw cause;
    }
  },
};

function loaded(image: HTMLImageElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.addEventListener("load", () => resolve());
    image.addEventListener("error", () => reject(new Error("The browser shows no picture.")));
    image.src = url;
  });
}
