/** Whether an image was made so small that text in it may be lost. Pure. */
import type { ImageItem } from "../../queue/types.js";
import { isTall } from "../../shared/is-tall.js";
import { leastLegibleWidth } from "../../shared/pieces.js";
import type { Size } from "../../shared/types.js";

/** Text of 14 px, the usual size on screens, is then 8 px high: below that letters run together in a JPEG. */
const LEAST_SCALE = 0.6;

interface Shrunk {
  source: Size & { mediaType: string };
  sent: Size;
}

/** Screenshots are PNGs, or as tall as a phone's screen. A photo that is shrunk as much loses nothing that is read. */
export function mayLoseSmallText({ source, sent }: Shrunk): boolean {
  if (source.width <= 0 || sent.width / source.width > LEAST_SCALE) return false;
  return source.mediaType === "image/png" || isTall(source);
}

/** An image that was shrunk that far, unless a person already asked to keep it larger and that was enough. */
export function losesSmallText(item: ImageItem): Shrunk | undefined {
  if (item.status !== "ready" || !item.image || item.pages?.arePieces) return undefined;
  if (item.options?.preset !== undefined && !needsPieces(item)) return undefined;
  const shrunk = { source: item.image.source, sent: item.image };
  return mayLoseSmallText(shrunk) ? shrunk : undefined;
}

/** A tall picture whose text can be read once it is cut into pieces. A decoder's pages are not cut. */
export function needsPieces(item: ImageItem): boolean {
  if (item.status !== "ready" || !item.image || item.pages) return false;
  const { source, width, changes } = item.image;
  if (changes.some(({ code }) => code === "decoded-by-plugin")) return false;
  return isTall(source) && width < leastLegibleWidth(source.width);
}
