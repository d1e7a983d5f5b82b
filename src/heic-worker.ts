/** `vision-dropzone/heic-worker`: the HEIC decoder's worker as a module of its own, for a strict Content-Security-Policy. */
import "./decoders/heic/worker.js";
