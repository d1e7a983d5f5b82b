/**
 * OpenRouter, which passes requests on to other providers, with two forms of image part: the official SDK's and the HTTP API's.
 */
import type { CapSource, Endpoint, EndpointCaps } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { chatPart, type OpenaiChatImagePart, type OpenaiDetail } from "../openai/blocks.js";
import { renamedImageUrl } from "../renamed-image-url.js";

/** Assignable to `ChatContentImage` of `@openrouter/sdk`. */
export type OpenRouterImagePart = {
  type: "image_url";
  imageUrl: { url: string; detail?: OpenaiDetail };
};

const SOURCES: readonly CapSource[] = [
  {
    figure: "types: png, jpeg, webp, gif; the number of images varies by provider and model",
    url: "https://openrouter.ai/docs/guides/overview/multimodal/image-understanding",
    confidence: "B",
    asOf: "2026-11-20",
  },
  {
    figure:
      "request: not published; 20 MB, image: 5 MB of base64 text, 20 images, 2000 px, least side: 28 px: those of the strictest large provider behind it",
    url: "https://openrouter.ai/docs/guides/overview/multimodal/image-understanding",
    confidence: "D",
    asOf: "2026-11-30",
  },
  {
    figure: "by address: 30 MB, above which it answers 413 (2026-08-24)",
    url: "https://github.com/artokun/comfyui-mcp/issues/2221",
    confidence: "C",
    asOf: "2026-11-30",
  },
];

/** OpenRouter may route a request to any provider of a model. If you pin one, spread that provider's caps in. */
const CAPS: EndpointCaps = {
  maxRequestBytes: 20_000_000,
  maxImageBytes: { bytes: 5 * 2 ** 20, counted: "base64" },
  maxUrlBytes: 30_000_000,
  maxImages: 20,
  maxEdgePx: 2000,
  minEdgePx: 28,
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

const shared = {
  provider: "openrouter",
  asOf: "2026-11-30",
  sources: SOURCES,
  caps: CAPS,
  request: (blocks: readonly unknown[]) => ({
    messages: [{ content: blocks, role: "user" }],
    model: "",
    stream: false,
  }),
};

/**
 * `chat.send({ chatRequest })` of the official SDK; `request` returns what `chatRequest` holds. The SDK writes `imageUrl` as
 * `image_url`, which the meter counts, and adds `"stream":false` (15 bytes with the comma) where `stream` is left out: put it
 * into what `request` returns, and give other fields their names in the HTTP API (`max_tokens`).
 */
export const openRouter: Endpoint<OpenRouterImagePart> = {
  ...shared,
  id: "openrouter",
  label: "OpenRouter",
  toBlock: (image) => ({ type: "image_url", imageUrl: { url: dataUrl(image) } }),
  urlBlock: (url) => ({ type: "image_url", imageUrl: { url } }),
  wireBytes: renamedImageUrl,
};

/** `POST /api/v1/chat/completions`, called over HTTP or with `openai` and a `baseURL`; those do not add `stream`. */
export const openRouterHttp: Endpoint<OpenaiChatImagePart> = {
  ...shared,
  id: "openrouter-http",
  label: "OpenRouter (HTTP)",
  toBlock: (image) => chatPart(dataUrl(image)),
  urlBlock: chatPart,
};
