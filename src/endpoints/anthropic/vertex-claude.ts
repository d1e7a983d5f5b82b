/** Claude on Google Cloud. The Messages API with lower limits, and images as base64 only: no URLs, no files. */
import type { DocumentEndpoint } from "../../shared/endpoint.js";
import { type AnthropicDocumentBlock, type AnthropicImageBlock, anthropicBlock } from "./blocks.js";
import { CLAUDE_DOCUMENTS, CLAUDE_SOURCES, PARTNER_CAPS } from "./limits.js";
import { claudeHighResolution } from "./tokens.js";

/**
 * `POST .../publishers/anthropic/models/{model}:rawPredict` or `:streamRawPredict`. The model is in the URL. The official SDK
 * adds `anthropic_version` to the body (33 bytes with its comma), so the default body has it; put it into yours.
 */
export const vertexClaude: DocumentEndpoint<AnthropicImageBlock, AnthropicDocumentBlock> = {
  id: "vertex-claude",
  label: "Claude on Vertex AI",
  provider: "vertex",
  asOf: "2026-11-30",
  sources: [
    {
      figure:
        "request: 30 MB; image: 5 MB of base64 text (5,242,880); 8000 px a side, 2000 px above 20 images and documents; base64 only",
      url: "https://platform.claude.com/docs/en/build-with-claude/vision",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure: "images: 100 for models with 200k tokens, 600 for larger contexts; the smaller is used",
      url: "https://platform.claude.com/docs/en/build-with-claude/vision",
      confidence: "B",
      asOf: "2026-11-29",
    },
    {
      figure: "request: 30 MB taken as 30,000,000, the smaller reading",
      url: "https://platform.claude.com/docs/en/api/overview#request-size-limits",
      confidence: "D",
      asOf: "2026-11-20",
    },
    ...CLAUDE_SOURCES,
  ],
  caps: { ...PARTNER_CAPS, maxRequestBytes: 30_000_000 },
  tokenModel: claudeHighResolution,
  toBlock: anthropicBlock,
  documents: CLAUDE_DOCUMENTS,
  request: (blocks) => ({
    anthropic_version: "2026-10-21",
    max_tokens: 1024,
    messages: [{ role: "user", content: blocks }],
  }),
};
