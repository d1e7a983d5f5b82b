/** `vision-dropzone/raw`: opens camera raws by the JPEG in them, to be passed in `decoders`. */
export { raw } from "./decoders/raw/raw.js";
