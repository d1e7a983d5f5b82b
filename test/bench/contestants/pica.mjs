/** pica with its defaults: tiles resampled in workers, decode and canvas on the page's own thread. */
import pica from "pica";
import { result } from "./result.mjs";

let resizer;

export async function prepareImage(file, { quality, mediaType, target }) {
  resizer ??= pica();
  const bitmap = await createImageBitmap(file);
  const canvas = Object.assign(document.createElement("canvas"), target);
  await resizer.resize(bitmap, canvas);
  bitmap.close();
  return result(await resizer.toBlob(canvas, mediaType, quality), target, "pica");
}
