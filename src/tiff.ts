/** `vision-dropzone/tiff`: a decoder for TIFF, to be passed in `decoders`. */
export { tiff, type TiffOptions } from "./decoders/tiff/tiff.js";
