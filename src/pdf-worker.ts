/** `vision-dropzone/pdf-worker`: the PDF decoder's worker as a separate module, for a strict Content-Security-Policy. */
import "./decoders/pdf/worker.js";
