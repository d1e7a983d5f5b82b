import type { Decoder } from "../../shared/app-codecs.js";
import { startsWith } from "../../formats/bytes.js";
import { loadPart } from "../../shared/load-part.js";
import { createDecoderCache } from "../create-decoder-cache.js";
import { createDecoderHost } from "../create-decoder-host.js";

export interface TiffOptions {
  /** For a strict Content-Security-Policy: starts a worker that imports `vision-dropzone/tiff-worker` from a URL of your own. */
  createWorker?: (() => Worker) | undefined;
}

/** Gzipped and rounded: it is shown to a person who waits. */
const CODE_BYTES = 12_000;

const decoderFor = createDecoderCache();

/**
 * Decodes TIFF and BigTIFF: `decoders={[tiff()]}`. Each page becomes an image, in order. Fax (CCITT G3 and G4), LZW, Deflate, PackBits and
 * JPEG; strips and tiles; 1 to 64 bits; grey, palette, RGB, CMYK, YCbCr and Lab. The code for it is loaded with the first file, and runs in
 * a worker that ends when it is idle. The same options give the same decoder, so that it may be written inline.
 */
export function tiff(options: TiffOptions = {}): Decoder {
  return decoderFor([options.createWorker], () => createTiffDecoder(options));
}

function createTiffDecoder({ createWorker }: TiffOptions): Decoder {
  return {
    id: "tiff",
    mediaTypes: ["image/tiff"],
    // The pipeline recognizes a plain TIFF by itself.
    sniff: (head) => (startsWith(head, "II+\0") || startsWith(head, "MM\0+") ? "image/tiff" : undefined),
    ...createDecoderHost({
      format: "TIFF",
      createWorker:
        createWorker ?? (async () => (await loadPart(() => import("./default-worker.js"))).createDefaultWorker()),
      loadWork: async () => (await loadPart(() => import("./work.js"))).tiffWork,
      codeBytes: CODE_BYTES,
    }),
  };
}
