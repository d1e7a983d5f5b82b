import type { Decoder } from "../../shared/app-codecs.js";
import { loadPart } from "../../shared/load-part.js";
import { createDecoderCache } from "../create-decoder-cache.js";
import { createDecoderHost } from "../create-decoder-host.js";

export interface HeicOptions {
  /** For a strict Content-Security-Policy, or a bundler that drops workers: starts a worker that imports `vision-dropzone/heic-worker`. */
  createWorker?: (() => Worker) | undefined;
}

/** libheif-js 1.23.2, including its WASM. Rounded: it is shown to a person who waits. */
const CODE_BYTES = 700_000;

const decoderFor = createDecoderCache();

/**
 * Decodes HEIC, the photos of iPhones: `decoders={[heic()]}`. The browser does it if it can (Safari), else libheif, which is
 * loaded with the first such file and runs in a worker that ends when idle. Needs the package `libheif-js`, an optional peer
 * dependency. The same options give the same decoder, so that it may be written inline.
 */
export function heic(options: HeicOptions = {}): Decoder {
  return decoderFor([options.createWorker], () => createHeicDecoder(options));
}

function createHeicDecoder({ createWorker }: HeicOptions): Decoder {
  const { decode } = createDecoderHost({
    format: "HEIC",
    createWorker:
      createWorker ?? (async () => (await loadPart(() => import("./default-worker.js"))).createDefaultWorker()),
    loadWork: async () => (await loadPart(() => import("./work.js"))).heicWork,
    codeBytes: CODE_BYTES,
  });
  return {
    id: "heic",
    mediaTypes: ["image/heic", "image/heif"],
    async decode(file, context) {
      const { browserDecodesHeic } = await import("./decodes-heic.js");
      // Unchanged: the pipeline decodes it like any other format that this browser supports.
      return (await browserDecodesHeic()) ? file : decode(file, context);
    },
  };
}
