/**
 * Who takes part, besides the modules named on the command line. Each file exports `prepareImage(file, options)`, whose result
 * has the fields of ours: base64, width, height, bytes, and in `engine` what decoded and encoded it.
 */
export const PEERS = {
  "bic-worker": { label: "browser-image-compression, worker" },
  "bic-main": { label: "browser-image-compression, page" },
  compressorjs: { label: "compressorjs" },
  uppy: { label: "Uppy Compressor" },
  pica: { label: "pica" },
  "wasm-vips": { label: "wasm-vips", absent: { firefox: "hangs in Firefox", webkit: "is proven in Chromium alone" } },
  "bare-canvas": { label: "bare canvas on the page" },
  "worker-canvas": { label: "canvas in a worker, high" },
};
export const OURS = "vision-dropzone";
