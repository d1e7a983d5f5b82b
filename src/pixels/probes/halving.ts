/** What this browser does when it halves a picture: whether it averages, and which way it rounds. */
import { makeSurface, release, smoothen } from "../canvas.js";
import { makeBitmap } from "../decoders/make-bitmap.js";
import { PATIENCE, TRIAL_SIZE, trialPicture } from "./probe-pictures.js";

/** Levels by which a bitmap made at half the size is too bright. `undefined`: it is not the mean of each four pixels. */
export async function bitmapHalf(): Promise<number | undefined> {
  const bitmap = await makeBitmap(await fields(), "image/png", PATIENCE, { resizeWidth: TRIAL_SIZE.width / 2, resizeQuality: "low" });
  return bitmap.width === TRIAL_SIZE.width / 2 && bitmap.height === TRIAL_SIZE.height / 2 ? brightness(bitmap) : undefined;
}

/** The same of a drawing. */
export async function drawnHalf(): Promise<number | undefined> {
  return brightness(await makeBitmap(await fields(), "image/png", PATIENCE));
}

/** How many of each four pixels, a field, are the lighter ones: 0 to 3. */
const lightOnes = (x: number, y: number) => ((x >> 1) + (y >> 1)) % 4;
/** Black and white on the left, to see that four and four are averaged; a level apart on the right, to see how a mean is rounded. */
const shadesAt = (x: number) => (x < TRIAL_SIZE.width / 2 ? { dark: 0, light: 255 } : { dark: 100, light: 101 });

function fields(): Promise<Blob> {
  return trialPicture("image/png", "#000", (context) => {
    for (let y = 0; y < TRIAL_SIZE.height; y++) {
      for (let x = 0; x < TRIAL_SIZE.width; x++) {
        const { dark, light } = shadesAt(x);
        const level = (x % 2) + (y % 2) * 2 < lightOnes(x, y) ? light : dark;
        context.fillStyle = `rgb(${level},${level},${level})`;
        context.fillRect(x, y, 1, 1);
      }
    }
  });
}

/** Closes it. `undefined`: drawn at half the fields' size it is not their mean, to a level. */
function brightness(bitmap: ImageBitmap): number | undefined {
  const half = { width: TRIAL_SIZE.width / 2, height: TRIAL_SIZE.height / 2 };
  const surface = makeSurface(half);
  smoothen(surface);
  surface.context.drawImage(bitmap, 0, 0, half.width, half.height);
  bitmap.close();
  const { data } = surface.context.getImageData(0, 0, half.width, half.height);
  release(surface);
  let brighter = 0;
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const { dark, light } = shadesAt(x * 2);
      const apart = data[(y * half.width + x) * 4]! - dark - ((light - dark) * lightOnes(x * 2, y * 2)) / 4;
      if (Math.abs(apart) > 1) return undefined;
      brighter += apart;
    }
  }
  return brighter / (half.width * half.height);
}
