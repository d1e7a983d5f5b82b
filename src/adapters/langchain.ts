/** LangChain.js 1: blocks for a `HumanMessage`. */
import { dataUrl } from "../endpoints/data-url.js";
import { withBlocks } from "../endpoints/with-blocks.js";
import type { Endpoint } from "../shared/endpoint.js";
import { keptEndpoint } from "./kept-endpoint.js";

/** The one image block that every LangChain chat model converts to its provider's format. */
export type LangchainImageBlock = { type: "image_url"; image_url: { url: string } };

const kept = new WeakMap<Endpoint<unknown>, Endpoint<LangchainImageBlock>>();

/**
 * Makes blocks for `new HumanMessage({ content: [...blocks, { type: "text", text }] })`, within the limits of the model's
 * `provider`: `langchain(anthropicMessages)`. LangChain's other forms do not work everywhere: `{ type: "image", mimeType, data }`
 * in `content` is sent unchanged to OpenAI, which refuses it, and `{ type: "image", source_type: "base64" }` is sent to Anthropic
 * twice (@langchain/openai 1.6.0, @langchain/anthropic 1.5.11, both seen on 2026-11-30). The same provider gives the same endpoint,
 * so it may be called at each render.
 */
export function langchain(provider: Endpoint<unknown>): Endpoint<LangchainImageBlock> {
  const block = (url: string): LangchainImageBlock => ({ type: "image_url", image_url: { url } });
  return keptEndpoint(kept, provider, () =>
    withBlocks<LangchainImageBlock>(provider, {
      id: `langchain-${provider.id}`,
      toBlock: (image) => block(dataUrl(image)),
      ...(provider.urlBlock && { urlBlock: (url) => block(url) }),
    }),
  );
}
