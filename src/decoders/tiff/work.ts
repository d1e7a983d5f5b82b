import type { DecoderWork } from "../protocol.js";
import { decodeTiff, tiffPages } from "./decode-tiff.js";

export const tiffWork: DecoderWork = {
  pages: tiffPages,
  async decode(file, request, { onProgress, onTruncated }) {
    const { data, width, height } = await decodeTiff(file, request, {
      onProgress: (fraction) => onProgress({ step: "decode", fraction }),
      onTruncated,
    });
    return new ImageData(data, width, height);
  },
};
