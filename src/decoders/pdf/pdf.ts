import type { Decoder } from "../../shared/app-codecs.js";
import { startsWith } from "../../formats/bytes.js";
import { loadPart } from "../../shared/load-part.js";
import { createDecoderCache } from "../create-decoder-cache.js";
import { createDecoderHost } from "../create-decoder-host.js";

export interface PdfOptions {
  /** For a strict Content-Security-Policy, or a bundler that drops workers: starts a worker that imports `vision-dropzone/pdf-worker`. */
  createWorker?: (() => Worker) | undefined;
  /**
   * The address of a copy of `@hyzyla/pdfium/pdfium.wasm`, for bundlers that do not find it by `new URL(..., import.meta.url)`.
   * @default the address that the bundler gives it
   */
  wasmUrl?: string | URL | undefined;
}

/** @hyzyla/pdfium 2.1.13, gzipped and rounded: it is shown to a person who waits. */
const CODE_BYTES = 2_100_000;
/** Readers accept a PDF that begins anywhere in the first 1024 bytes. */
const LAST_START = 1_024 - 5;

const decoderFor = createDecoderCache();

/**
 * Makes images of the pages of PDF files: `decoders={[pdf()]}`. Each page becomes an image, in order; forms and annotations are
 * drawn, scripts are not run, and nothing is fetched. A file with a password is rejected with the code `password-needed`: pass it
 * by `retry(id, { password })`, as the component does. Needs the package `@hyzyla/pdfium`, an optional peer dependency, which is
 * loaded with the first such file and runs in a worker that ends when idle. The same options give the same decoder, so that it
 * may be written inline.
 */
export function pdf(options: PdfOptions = {}): Decoder {
  return decoderFor([options.createWorker, options.wasmUrl], () => createPdfDecoder(options));
}

function createPdfDecoder({ createWorker, wasmUrl }: PdfOptions): Decoder {
  return {
    id: "pdf",
    mediaTypes: ["application/pdf"],
    extensions: ["pdf"],
    sniff: (head) => (beginsIn(head) ? "application/pdf" : undefined),
    ...createDecoderHost({
      format: "PDF",
      createWorker:
        createWorker ?? (async () => (await loadPart(() => import("./default-worker.js"))).createDefaultWorker()),
      loadWork: async () => (await loadPart(() => import("./work.js"))).pdfWork,
      codeBytes: CODE_BYTES,
      // Relative to the page, not to the worker.
      setup: () => (wasmUrl === undefined ? undefined : new URL(wasmUrl, globalThis.location?.href).href),
    }),
  };
}

function beginsIn(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x25); at !== -1 && at <= LAST_START; at = head.indexOf(0x25, at + 1))
    if (startsWith(head, "%PDF-", at)) return true;
  return false;
}
