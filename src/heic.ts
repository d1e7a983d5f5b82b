/** `vision-dropzone/heic`: a decoder for HEIC, to be passed in `decoders`. */
export { heic, type HeicOptions } from "./decoders/heic/heic.js";
