import type { Decoder } from "../shared/app-codecs.js";

/**
 * Decoders are written inline in JSX, and so made anew with each render: the same options give the same decoder, with its worker. Functions
 * mean the same where their text is the same; the first of them is used, as of the hook's own `createWorker`.
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
