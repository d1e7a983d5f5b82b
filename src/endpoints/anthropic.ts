/** Anthropic's API, called directly. Claude on Bedrock or Vertex has other walls. */
import type { CapSource, Endpoint, EndpointCaps } from "../core/endpoint.js";
import { type AnthropicImageBlock, anthropicBlock } from "./anthropic-block.js";
import { claudeStandard } from "./tokens/claude.js";

const MIB = 2 ** 20;

const SOURCES: readonly CapSource[] = [
  { figure: "request: 32 MB (2^25; probes: 33,452,885 bytes pass, 33,571,037 answer 413)", url: "https://platform.claude.com/docs/en/api/overview#request-size-limits", confidence: "A" },
  { figure: "batch request: 256 MB; file: 500 MB", url: "https://platform.claude.com/docs/en/api/overview#request-size-limits", confidence: "B" },
  { figure: "image: 10 MB of base64 text (10,485,760); 8000 px a side, 2000 px above 20 images; 600 images, 100 for models with 200k tokens", url: "https://platform.claude.com/docs/en/build-with-claude/vision", confidence: "A" },
  { figure: "image: 5 MB was the direct limit until early 2026, and still is on partner platforms", url: "https://github.com/lobehub/lobehub/pull/14711", confidence: "C" },
];

/** 600 images for models with a large context; models with 200k tokens take 100: set `maxImages` in a spread for those. */
const CAPS: EndpointCaps = {
  maxRequestBytes: 32 * MIB,
  maxImageBytes: { bytes: 10 * MIB, counted: "base64" },
  maxImages: 600,
  maxEdgePx: 8000,
  manyImages: { above: 20, maxEdgePx: 2000 },
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

const shared = {
  provider: "anthropic",
  asOf: "2026-11-20",
  sources: SOURCES,
  maxFileBytes: 500 * MIB,
  tokenModel: claudeStandard,
  toBlock: anthropicBlock,
  fileBlock: (fileId: string): AnthropicImageBlock => ({ type: "image", source: { type: "file", file_id: fileId } }),
  urlBlock: (url: string): AnthropicImageBlock => ({ type: "image", source: { type: "url", url } }),
};

/** `POST /v1/messages`. */
export const anthropicMessages: Endpoint<AnthropicImageBlock> = {
  ...shared,
  id: "anthropic-messages",
  label: "Anthropic Messages",
  caps: CAPS,
  whenOver: [{ code: "batch-api", message: "For bulk work, Anthropic Batches takes 256 MB a request, at half the price." }],
  request: (blocks) => ({ model: "", max_tokens: 1024, messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/messages/count_tokens`. The same walls as Messages. */
export const anthropicTokenCounting: Endpoint<AnthropicImageBlock> = {
  ...shared,
  id: "anthropic-token-counting",
  label: "Anthropic Token Counting",
  caps: CAPS,
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/messages/batches`. The body may hold 256 MB; each item in it obeys the rules of Messages. */
export const anthropicBatches: Endpoint<AnthropicImageBlock> = {
  ...shared,
  id: "anthropic-batches",
  label: "Anthropic Batches",
  caps: { ...CAPS, maxRequestBytes: 256 * MIB },
  request: (blocks) => ({
    requests: [{ custom_id: "1", params: { model: "", max_tokens: 1024, messages: [{ role: "user", content: blocks }] } }],
  }),
};
