import type { Decoder } from "../shared/app-codecs.js";

/**
 * Decoders are written inline in JSX, and so are made anew with each render. Therefore the same options give the same decoder,
 * with its worker. Functions with the same text count as equal, and the first one is used, as with the hook's own `createWorker`.
 */
export function createDecoderCache(): (options: readonly unknown[], make: () => Decoder) => Decoder {
  const made = new Map<string, Decoder>();
  return (options, make) => {
    const key = options.map(String).join("\n");
    const decoder = made.get(key) ?? make();
    made.set(key, decoder);
    return decoder;
  };
}
