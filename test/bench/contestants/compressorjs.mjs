/** compressorjs: an image element and a canvas on the page's own thread. */
import Compressor from "compressorjs";
import { measuredResult } from "./result.mjs";

export async function prepareImage(file, { box, quality, mediaType }) {
  const blob = await new Promise((success, error) => {
    // `strict` gives the original back where it is smaller.
    const options = {
      maxWidth: box.width,
      maxHeight: box.height,
      quality,
      mimeType: mediaType,
      strict: false,
      success,
      error,
    };
    return new Compressor(file, options);
  });
  return measuredResult(blob, "compressorjs");
}
