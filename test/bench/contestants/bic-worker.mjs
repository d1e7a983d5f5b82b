/** browser-image-compression in its worker, with its script from our own server: its default is a public CDN. */
import compress from "browser-image-compression";
import { measuredResult } from "./result.mjs";

const libURL = new URL("/peers/browser-image-compression/dist/browser-image-compression.js", location.href).href;

/** It knows one side only, so it is told the longer one of the size wanted. */
export async function prepareImage(file, { quality, mediaType, target }) {
  const maxWidthOrHeight = Math.max(target.width, target.height);
  const blob = await compress(file, {
    maxSizeMB: Infinity,
    maxWidthOrHeight,
    initialQuality: quality,
    fileType: mediaType,
    useWebWorker: true,
    libURL,
  });
  return measuredResult(blob, "bic:worker");
}
