/** browser-image-compression on the page's own thread. */
import compress from "browser-image-compression";
import { measuredResult } from "./result.mjs";

export async function prepareImage(file, { quality, mediaType, target }) {
  const maxWidthOrHeight = Math.max(target.width, target.height);
  const blob = await compress(file, {
    maxSizeMB: Infinity,
    maxWidthOrHeight,
    initialQuality: quality,
    fileType: mediaType,
    useWebWorker: false,
  });
  return measuredResult(blob, "bic:main");
}
