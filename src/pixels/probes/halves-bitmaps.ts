/** Whether this browser averages each group of four pixels when it makes a bitmap of half the size. */
import { makeSurface, release } from "../canvas.js";
import { makeBitmap } from "../decoders/make-bitmap.js";
import { PROBE_TIME_LIMIT, PROBE_SIZE, probePicture } from "./probe-pictures.js";

export async function halvesBitmaps(): Promise<boolean> {
  const bitmap = await makeBitmap(await blocksOfFour(), "image/png", PROBE_TIME_LIMIT, {
    resizeWidth: PROBE_SIZE.width / 2,
    resizeQuality: "low",
  });
  const half = { width: PROBE_SIZE.width / 2, height: PROBE_SIZE.height / 2 };
  if (bitmap.width !== half.width || bitmap.height !== half.height) {
    bitmap.close();
    return false;
  }
  const surface = makeSurface(half);
  surface.context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = surface.context.getImageData(0, 0, half.width, half.height);
  release(surface);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const mean = (255 * whiteOnes(x * 2, y * 2)) / 4;
      if (Math.abs(data[(y * half.width + x) * 4]! - mean) > 1) return false;
    }
  }
  return true;
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
