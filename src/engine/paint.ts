import type { EncodeJob } from "../core/engine-contract.js";
import { exportBlob, makeSurface, release } from "./canvas.js";
import type { Picture } from "./orientation.js";

/** The file of a picture. JPEG knows no transparency and would turn it black (T17): it is laid on the background. */
export async function paint(picture: Picture, output: EncodeJob["output"], translucent: boolean): Promise<Blob> {
  const surface = makeSurface(picture);
  try {
    const { context } = surface;
    context.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0);
    if (translucent && output.mediaType === "image/jpeg") {
      context.globalCompositeOperation = "destination-over";
      // White goes under the background too, which may be translucent itself, or no colour at all and then is ignored.
      for (const colour of [output.background, "#ffffff"]) {
        context.fillStyle = "#ffffff";
        context.fillStyle = colour;
        context.fillRect(0, 0, picture.width, picture.height);
      }
    }
    return await exportBlob(surface, output.mediaType, output.quality);
  } finally {
    release(surface);
  }
}
