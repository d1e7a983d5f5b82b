/** `vision-dropzone/heic-worker`: the HEIC decoder's worker as a separate module, for a strict Content-Security-Policy. */
import "./decoders/heic/worker.js";
