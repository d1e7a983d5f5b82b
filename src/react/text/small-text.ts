/** Whether an image was made so small that what is written in it may be lost. Pure. */
import type { ImageItem } from "../../queue/types.js";
import type { Size } from "../../shared/types.js";

/** Text of 14 px, the usual size on screens, is then 8 px high: below that letters run together in a JPEG. */
const LEAST_SCALE = 0.6;
/** Phone screens are 1.9 to 2.3 times as high as wide (16:9 is 1.78, and a ratio of photos too); so are pages that were scrolled. */
const SCREEN_RATIO = 1.9;

interface Shrunk {
  source: Size & { mediaType: string };
  sent: Size;
}

/** Screenshots are PNGs, or as tall as a phone's screen. A photo shrunk as far loses nothing that is read. */
export function mayLoseSmallText({ source, sent }: Shrunk): boolean {
  if (source.width <= 0 || sent.width / source.width > LEAST_SCALE) return false;
  return source.mediaType === "image/png" || source.height / source.width >= SCREEN_RATIO;
}

/** An image that was shrunk so far, and that nobody has asked to keep larger. */
export function losesSmallText(item: ImageItem): Shrunk | undefined {
  if (item.status !== "ready" || !item.image || item.options?.preset !== undefined) return undefined;
  const shrunk = { source: item.image.source, sent: item.image };
  return mayLoseSmallText(shrunk) ? shrunk : undefined;
}
