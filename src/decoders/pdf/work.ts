import type { DecoderWork, FileRequest } from "../protocol.js";
import { decodePdf, pdfPages } from "./decode-pdf.js";

/** `setup`: the address of the WASM if the app gave one. Otherwise the build leaves it to the app's bundler, like a worker's. */
const withWasm = <Request extends FileRequest>(request: Request) => ({
  ...request,
  wasmUrl: (request.setup as string | undefined) ?? new URL("@hyzyla/pdfium/pdfium.wasm", import.meta.url),
});

export const pdfWork: DecoderWork = {
  pages: (file, request, onProgress) => pdfPages(file, withWasm(request), onProgress),
  decode: (file, request, { onProgress }) => decodePdf(file, withWasm(request), onProgress),
};
