import type { DecoderWork } from "../protocol.js";
import { decodeTiff, tiffPages } from "./decode-tiff.js";

export const tiffWork: DecoderWork = {
  pages: tiffPages,
  async decode(file, request, onProgress) {
    const picture = await decodeTiff(file, request, (fraction) => onProgress({ step: "decode", fraction }));
    const { data, width, height, colorSpace } = picture;
    return new ImageData(data, width, height, { colorSpace });
  },
};
