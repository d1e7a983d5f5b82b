/**
 * The only file that uses PDFium, as WASM of 2 MB: opens documents and draws their pages. Built without JavaScript and XFA; it
 * has no network.
 */
import { PDFiumModule } from "@hyzyla/pdfium";
import type { DecodeProgress } from "../../shared/app-codecs.js";
import { ImageError, messageOf } from "../../shared/errors.js";
import { readBytes } from "../../shared/read-bytes.js";
import type { Size } from "../../shared/types.js";

/** The functions used from its C interface; pointers are numbers. */
interface PdfiumFunctions {
  malloc: (bytes: number) => number;
  free: (pointer: number) => void;
  FPDF_InitLibrary: () => void;
  FPDF_LoadMemDocument: (bytes: number, count: number, password: number) => number;
  FPDF_GetLastError: () => number;
  FPDF_CloseDocument: (document: number) => void;
  FPDF_GetPageCount: (document: number) => number;
  /** Writes two floats. 0: there is no such page. */
  FPDF_GetPageSizeByIndexF: (document: number, index: number, size: number) => number;
  FPDF_LoadPage: (document: number, index: number) => number;
  FPDF_ClosePage: (page: number) => void;
  FPDFBitmap_CreateEx: (width: number, height: number, format: number, buffer: number, stride: number) => number;
  FPDFBitmap_FillRect: (bitmap: number, left: number, top: number, width: number, height: number, argb: number) => void;
  FPDFBitmap_GetBuffer: (bitmap: number) => number;
  FPDFBitmap_Destroy: (bitmap: number) => void;
  FPDF_RenderPageBitmap: Draw;
  FPDFDOC_InitFormFillEnvironment: (document: number, info: number) => number;
  FPDFDOC_ExitFormFillEnvironment: (form: number) => void;
  FPDF_SetFormFieldHighlightAlpha: (form: number, alpha: number) => void;
  FORM_OnAfterLoadPage: (page: number, form: number) => void;
  FORM_OnBeforeClosePage: (page: number, form: number) => void;
  FPDF_FFLDraw: (form: number, ...drawn: Parameters<Draw>) => void;
}
/** The package describes some of these functions. */
interface Pdfium {
  wasmExports: PdfiumFunctions;
  /** Replaced by new objects once the memory has grown. */
  HEAPU8: Uint8Array<ArrayBuffer>;
  HEAPF32: Float32Array;
}
type Draw = (
  bitmap: number,
  page: number,
  left: number,
  top: number,
  width: number,
  height: number,
  rotate: number,
  flags: number,
) => void;

/** Options to create the module; the package's own type lacks some. */
type LoadPdfium = (options: {
  instantiateWasm: (
    imports: { env: { emscripten_resize_heap: (bytes: number) => number } & WebAssembly.ModuleImports },
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => void;
  print: () => void;
  printErr: () => void;
}) => Promise<Pdfium>;

/** `fileId`: the same for all pages of a file, which is opened once. */
export interface PdfRequest {
  fileId: number;
  password: string | undefined;
  /** The address of the WASM. */
  wasmUrl: string | URL;
}

export interface PdfDocument {
  pageCount: number;
  /** In points, upright; `undefined`: there is no such page, whatever the file says. `index` counts from 0. */
  pageSize: (index: number) => Size | undefined;
  /** RGBA on white, including annotations and filled-in forms. Throws if there is no such page. */
  render: (index: number, size: Size) => Uint8ClampedArray<ArrayBuffer>;
}

/** Limit on its memory, in bytes; larger requests fail. A scan of 100 megapixels fits, and a bomb is stopped. */
const MAX_MEMORY = 2 ** 29;

const FORMAT_BGRA = 4;
const DRAW_ANNOTATIONS = 0x01;
const AS_RGBA = 0x10;
const WHITE = 0xffffffff;
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

let library: Promise<Pdfium> | undefined;
let opened: { fileId: number; password: string | undefined; document: PdfDocument; close: () => void } | undefined;

/** An exception inside PDFium leaves it in an unusable state. */
export function forgetPdfium(): void {
  library = undefined;
  opened = undefined;
}

/**
 * Keeps one document open. With another password it is opened again, so that a wrong one is noticed. Rejects with `ImageError`,
 * or with anything for a damaged file.
 */
export async function openPdf(
  file: Blob,
  { fileId, password, wasmUrl }: PdfRequest,
  onProgress: (progress: DecodeProgress) => void,
): Promise<PdfDocument> {
  if (opened?.fileId === fileId && opened.password === password) return opened.document;
  closeOpened();
  library ??= load(wasmUrl, onProgress);
  const pdfium = await library.catch((cause: unknown) => {
    forgetPdfium();
    throw cause;
  });
  onProgress({ step: "decode" });
  const bytes = new Uint8Array(await readBytes(file));
  // If the page does the work, an aborted job may have opened another document in the meantime.
  closeOpened();
  opened = { fileId, password, ...open(pdfium, bytes, password) };
  return opened.document;
}

function closeOpened(): void {
  opened?.close();
  opened = undefined;
}

async function load(wasmUrl: string | URL, onProgress: (progress: DecodeProgress) => void): Promise<Pdfium> {
  try {
    const module = await WebAssembly.compile(await download(wasmUrl, onProgress));
    const pdfium = await new Promise<Pdfium>((resolve, reject) => {
      const make = PDFiumModule as unknown as LoadPdfium;
      make({
        instantiateWasm(imports, done) {
          const grow = imports.env.emscripten_resize_heap;
          imports.env.emscripten_resize_heap = (bytes) => (bytes >>> 0 > MAX_MEMORY ? 0 : grow(bytes));
          WebAssembly.instantiate(module, imports)
            .then((instance) => done(instance, module))
            .catch(reject);
        },
        print() {},
        printErr() {},
      }).then(resolve, reject);
    });
    pdfium.wasmExports.FPDF_InitLibrary();
    return pdfium;
  } catch (cause) {
    const message = "The PDF decoder could not be loaded. Try again, or save the pages as images and add those.";
    throw new ImageError("image-undecodable", message, { cause: messageOf(cause) });
  }
}

/** In pieces, so that a slow connection can be told from a broken one. */
async function download(url: string | URL, onProgress: (progress: DecodeProgress) => void): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${String(url)}: the server answered ${response.status}`);
  const pieces: BlobPart[] = [];
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    onProgress({ step: "load" });
  }
  return new Blob(pieces).arrayBuffer();
}

function open(pdfium: Pdfium, bytes: Uint8Array, password: string | undefined) {
  const api = pdfium.wasmExports;
  const { malloc, free } = api;
  /** Copies bytes for PDFium to read; 0 if there is no memory left. */
  const copied = (data: Uint8Array) => {
    const pointer = malloc(data.length);
    if (pointer === 0) throw tooLarge();
    pdfium.HEAPU8.set(data, pointer);
    return pointer;
  };
  /** Newest first. */
  const releases: (() => void)[] = [];
  const close = () => {
    for (const release of releases.splice(0)) release();
  };
  /** Released with the document, or if it cannot be opened. */
  const held = (data: Uint8Array) => {
    const pointer = copied(data);
    releases.unshift(() => free(pointer));
    return pointer;
  };

  function begin(): PdfDocument {
    const data = held(bytes);
    const key = password === undefined ? 0 : held(new TextEncoder().encode(`${password}\0`));
    const document = api.FPDF_LoadMemDocument(data, bytes.length, key);
    if (document === 0) throw refusal(api.FPDF_GetLastError(), password);
    releases.unshift(() => api.FPDF_CloseDocument(document));
    // Version 2 of its structure, with no callbacks.
    const info = held(Uint8Array.from({ length: 256 }, (_, at) => (at === 0 ? 2 : 0)));
    const form = api.FPDFDOC_InitFormFillEnvironment(document, info);
    releases.unshift(() => api.FPDFDOC_ExitFormFillEnvironment(form));
    api.FPDF_SetFormFieldHighlightAlpha(form, 0);
    return {
      pageCount: api.FPDF_GetPageCount(document),
      pageSize(index) {
        const size = copied(new Uint8Array(8));
        const isThere = api.FPDF_GetPageSizeByIndexF(document, index, size) !== 0;
        const [width = 0, height = 0] = pdfium.HEAPF32.subarray(size / 4, size / 4 + 2);
        free(size);
        return isThere && width > 0 && height > 0 ? { width, height } : undefined;
      },
      render(index, { width, height }) {
        const page = api.FPDF_LoadPage(document, index);
        if (page === 0) throw new Error(`There is no page ${index + 1}.`);
        try {
          const bitmap = api.FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, 0, 0);
          if (bitmap === 0) throw tooLarge();
          try {
            return draw(page, form, bitmap, { width, height });
          } finally {
            api.FPDFBitmap_Destroy(bitmap);
          }
        } finally {
          api.FPDF_ClosePage(page);
        }
      },
    };
  }

  function draw(page: number, form: number, bitmap: number, { width, height }: Size) {
    api.FORM_OnAfterLoadPage(page, form);
    try {
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      const drawn: Parameters<Draw> = [bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | AS_RGBA];
      api.FPDF_RenderPageBitmap(...drawn);
      api.FPDF_FFLDraw(form, ...drawn);
      const start = api.FPDFBitmap_GetBuffer(bitmap);
      return new Uint8ClampedArray(pdfium.HEAPU8.buffer, start, width * height * 4).slice();
    } finally {
      api.FORM_OnBeforeClosePage(page, form);
    }
  }

  try {
    return { document: begin(), close };
  } catch (cause) {
    close();
    throw cause;
  }
}

function tooLarge(): ImageError {
  return new ImageError("image-undecodable", "This PDF needs too much memory. Split it and add the parts.");
}

function refusal(error: number, password: string | undefined): Error {
  if (error === PASSWORD_ERROR)
    return password === undefined
      ? new ImageError("password-needed", "This PDF is protected. Enter its password to open it.")
      : new ImageError("password-wrong", "Wrong password. Try again.");
  if (error === SECURITY_ERROR) {
    const message =
      "This PDF is protected in a way that is not supported. Save it without protection and add it again.";
    return new ImageError("image-undecodable", message);
  }
  return new Error(`PDFium does not open it: error ${error}.`);
}
