/** `vision-dropzone/tiff-worker`: the TIFF decoder's worker as a file of its own, for a strict Content-Security-Policy. */
import "./decoders/tiff/worker.js";
