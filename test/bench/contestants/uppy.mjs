/** Uppy's Compressor as a preprocessor of an upload: Uppy without its interface. */
import Compressor from "@uppy/compressor";
import Uppy from "@uppy/core";
import { measuredResult } from "./result.mjs";

let uppy;
let count = 0;

export async function prepareImage(file, { box, quality, mediaType }) {
  uppy ??= new Uppy().use(Compressor, {
    quality,
    maxWidth: box.width,
    maxHeight: box.height,
    mimeType: mediaType,
    strict: false,
  });
  const id = uppy.addFile({ name: `${count++}-${file.name}`, type: file.type, data: file });
  await uppy.getPlugin("Compressor").prepareUpload([id]);
  const { data } = uppy.getFile(id);
  uppy.removeFile(id);
  return measuredResult(data, "uppy");
}
