import type { DecoderWork } from "../protocol.js";
import { decodeTiff, tiffPages } from "./decode-tiff.js";

export const tiffWork: DecoderWork = {
  pages: tiffPages,
  async decode(file, request, onProgress) {
    const report = (fraction: number) => onProgress({ step: "decode", fraction });
    const { data, width, height } = await decodeTiff(file, request, report);
    return new ImageData(data, width, height);
  },
};
