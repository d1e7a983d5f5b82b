/** `vision-dropzone/tiff-worker`: the TIFF decoder's worker as a separate module, for a strict Content-Security-Policy. */
import "./decoders/tiff/worker.js";
