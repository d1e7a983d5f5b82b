import type { Decoder } from "../../shared/app-codecs.js";
import { ImageError } from "../../shared/errors.js";
import { RAW_MEDIA_TYPES, rawMediaTypeOf } from "./media-type-of.js";

/**
 * Takes camera raws (DNG, CR2, CR3, NEF, ARW, RAF, RW2, ORF) by the largest JPEG that the camera put into them:
 * `decoders={[raw()]}`. The raw data is not developed. A few kilobytes of the file are read to find it; the pipeline decodes it.
 * Each call returns the same decoder.
 */
export function raw(): Decoder {
  return RAW;
}

const RAW: Decoder = {
  id: "raw",
  mediaTypes: Object.values(RAW_MEDIA_TYPES),
  extensions: Object.keys(RAW_MEDIA_TYPES),
  sniff: rawMediaTypeOf,
  async decode(file) {
    const { findPreview } = await import("./find-preview.js");
    const preview = await findPreview(file);
    if (preview) return preview.jpeg;
    const message = "This camera raw holds no picture that can be shown. Export it as JPEG and add it again.";
    throw new ImageError("image-undecodable", message);
  },
};
