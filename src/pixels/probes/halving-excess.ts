/** How this browser makes a bitmap of half the size. */
import { makeSurface, release } from "../canvas.js";
import { makeBitmap } from "../decoders/make-bitmap.js";
import { PROBE_TIME_LIMIT, PROBE_SIZE, probePicture } from "./probe-pictures.js";

/**
 * The levels by which such a bitmap is brighter than its picture, on average: 0.375 in WebKit, which rounds every fraction up.
 * `undefined` if it is not the mean of each group of four pixels.
 */
export async function halvingExcess(): Promise<number | undefined> {
  const bitmap = await makeBitmap(await blocksOfFour(), "image/png", PROBE_TIME_LIMIT, {
    resizeWidth: PROBE_SIZE.width / 2,
    resizeQuality: "low",
  });
  const half = { width: PROBE_SIZE.width / 2, height: PROBE_SIZE.height / 2 };
  if (bitmap.width !== half.width || bitmap.height !== half.height) {
    bitmap.close();
    return undefined;
  }
  const surface = makeSurface(half);
  surface.context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = surface.context.getImageData(0, 0, half.width, half.height);
  release(surface);
  let excess = 0;
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const apart = data[(y * half.width + x) * 4]! - (255 * whiteOnes(x * 2, y * 2)) / 4;
      if (Math.abs(apart) > 1) return undefined;
      excess += apart;
    }
  }
  return excess / (half.width * half.height);
}

/** How many of each four pixels are white: 0 to 3. */
const whiteOnes = (x: number, y: number) => ((x >> 1) + (y >> 1)) % 4;

function blocksOfFour(): Promise<Blob> {
  return probePicture("image/png", "#000", (context) => {
    context.fillStyle = "#fff";
    for (let y = 0; y < PROBE_SIZE.height; y++) {
      for (let x = 0; x < PROBE_SIZE.width; x++) {
        if ((x % 2) + (y % 2) * 2 < whiteOnes(x, y)) context.fillRect(x, y, 1, 1);
      }
    }
  });
}
