import type { EncodeJob } from "../core/engine-contract.js";
import { exportBlob, makeSurface, release, type Surface } from "./canvas.js";
import type { Picture } from "./orientation.js";

export interface PaintOptions {
  output: EncodeJob["output"];
  /** Of the picture's numbers. */
  colourSpace: PredefinedColorSpace;
  translucent: boolean;
  /** Keeps the canvas for the next picture of the same size: a new one costs Chromium five milliseconds, a tenth of a photo's time. */
  reuse: boolean;
}

let kept: Surface | undefined;

/** The file of a picture. JPEG knows no transparency and would turn it black (T17): it is laid on the background. */
export async function paint(picture: Picture, { output, colourSpace, translucent, reuse }: PaintOptions): Promise<Uint8Array<ArrayBuffer>> {
  const surface = takeSurface(picture);
  try {
    const { context } = surface;
    context.putImageData(new ImageData(picture.pixels, picture.width, picture.height, { colorSpace: colourSpace }), 0, 0);
    if (translucent && output.mediaType === "image/jpeg") {
      context.globalCompositeOperation = "destination-over";
      // White goes under the background too, which may be translucent itself, or no colour at all and then is ignored.
      for (const colour of [output.background, "#ffffff"]) {
        context.fillStyle = "#ffffff";
        context.fillStyle = colour;
        context.fillRect(0, 0, picture.width, picture.height);
      }
      context.globalCompositeOperation = "source-over";
    }
    const blob = await exportBlob(surface, output.mediaType, output.quality);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (reuse) keep(surface);
    return bytes;
  } finally {
    if (kept !== surface) release(surface);
  }
}

/** A picture that was called off may have been painted all the same, beside the next one. */
function keep(surface: Surface): void {
  if (kept) release(kept);
  kept = surface;
}

/** The kept one, if it has the size; whoever takes it has it alone. `putImageData` leaves nothing of what was on it. */
function takeSurface({ width, height }: Picture): Surface {
  const surface = kept;
  kept = undefined;
  if (surface?.canvas.width === width && surface.canvas.height === height) return surface;
  if (surface) release(surface);
  return makeSurface({ width, height });
}
