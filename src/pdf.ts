/** `vision-dropzone/pdf`: a decoder for PDF, to be passed in `decoders`. */
export { pdf, type PdfOptions } from "./decoders/pdf/pdf.js";
