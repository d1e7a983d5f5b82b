/** `vision-dropzone/pdf-worker`: the PDF decoder's worker as a module of its own, for a strict Content-Security-Policy. */
import "./decoders/pdf/worker.js";
