import type { EncodeJob } from "../encode-job.js";
import type { Size } from "../../shared/types.js";
import { exportBlob, makeSurface, release, type Surface } from "../canvas.js";
import type { Picture } from "../orientation.js";
import type { JpegWriter } from "./write-picture.js";

export interface PaintOptions {
  output: EncodeJob["output"];
  /** Size of the result, with the picture in its centre. @default the picture's own */
  paddedTo?: Size | undefined;
  /** Colour space of the picture's numbers. */
  colourSpace: PredefinedColorSpace;
  translucent: boolean;
  /**
   * Keeps the canvas for the next picture of the same size: a new one costs Chromium five milliseconds, a tenth of a photo's
   * time.
   */
  reuse: boolean;
}

let cached: Surface | undefined;

/**
 * Encodes a picture as a file. JPEG has no transparency and would turn it black (T17), so the picture is drawn on the background.
 * `writeJpeg` is used in place of the canvas' own encoder if it can run.
 */
export async function paint(
  picture: Picture,
  { output, paddedTo, colourSpace, translucent, reuse }: PaintOptions,
  writeJpeg?: JpegWriter,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = paddedTo ?? picture;
  const surface = takeSurface({ width, height });
  try {
    const { context } = surface;
    if (paddedTo) {
      context.clearRect(0, 0, width, height);
      context.fillStyle = output.background;
      context.fillRect(0, 0, width, height);
    }
    // putImageData replaces what is there, transparency included.
    const image = new ImageData(picture.pixels, picture.width, picture.height, { colorSpace: colourSpace });
    context.putImageData(image, Math.floor((width - picture.width) / 2), Math.floor((height - picture.height) / 2));
    if ((translucent || paddedTo) && output.mediaType === "image/jpeg") {
      context.globalCompositeOperation = "destination-over";
      // White is drawn first, since the background may be translucent, or invalid and then ignored.
      for (const colour of [output.background, "#ffffff"]) {
        context.fillStyle = "#ffffff";
        context.fillStyle = colour;
        context.fillRect(0, 0, width, height);
      }
      context.globalCompositeOperation = "source-over";
    }
    const own = await writeJpeg?.(
      { width, height, pixels: context.getImageData(0, 0, width, height).data },
      output.quality,
    );
    const bytes = own ?? (await exported(surface, output));
    if (reuse) keep(surface);
    return bytes;
  } finally {
    if (cached !== surface) release(surface);
  }
}

async function exported(
  surface: Surface,
  { mediaType, quality }: EncodeJob["output"],
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await exportBlob(surface, mediaType, quality);
  return new Uint8Array(await blob.arrayBuffer());
}

/** Keeps only the latest canvas: an aborted picture may have been painted at the same time as the next one. */
function keep(surface: Surface): void {
  if (cached) release(cached);
  cached = surface;
}

/** Takes the cached canvas, if it has the right size, for exclusive use. `putImageData` overwrites its old contents. */
function takeSurface({ width, height }: Size): Surface {
  const surface = cached;
  cached = undefined;
  if (surface?.canvas.width === width && surface.canvas.height === height) return surface;
  if (surface) release(surface);
  return makeSurface({ width, height });
}
