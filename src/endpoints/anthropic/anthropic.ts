/** Anthropic's API, called directly or through Microsoft Foundry. Claude on Bedrock or Vertex has other limits. */
import type { DocumentEndpoint } from "../../shared/endpoint.js";
import {
  type AnthropicDocumentBlock,
  type AnthropicImageBlock,
  anthropicBlock,
  anthropicFile,
  anthropicUrl,
} from "./blocks.js";
import { ANTHROPIC_CAPS, ANTHROPIC_FILE_BYTES, ANTHROPIC_SOURCES, CLAUDE_DOCUMENTS, MIB } from "./limits.js";
import { claudeHighResolution } from "./tokens.js";

const BATCH_BYTES = 256 * MIB;

type ClaudeEndpoint = DocumentEndpoint<AnthropicImageBlock, AnthropicDocumentBlock>;

const shared = {
  provider: "anthropic",
  asOf: "2026-11-30",
  sources: ANTHROPIC_SOURCES,
  maxFileBytes: ANTHROPIC_FILE_BYTES,
  tokenModel: claudeHighResolution,
  toBlock: anthropicBlock,
  fileBlock: anthropicFile,
  urlBlock: anthropicUrl,
  // For models with a large context, as `maxImages` is.
  documents: { ...CLAUDE_DOCUMENTS, maxPages: 600 },
};

/** `POST /v1/messages`. Claude before 4.7 counts tokens otherwise: `{ ...anthropicMessages, tokenModel: claudeStandard }`. */
export const anthropicMessages: ClaudeEndpoint = {
  ...shared,
  id: "anthropic-messages",
  label: "Anthropic Messages",
  caps: ANTHROPIC_CAPS,
  whenOver: [
    {
      code: "batch-api",
      audience: "developer",
      label: "Anthropic Batches",
      maxRequestBytes: BATCH_BYTES,
      priceRatio: 0.5,
      message: "For bulk work, Anthropic Batches takes 256 MB a request, at half the price.",
    },
  ],
  request: (blocks) => ({ model: "", max_tokens: 1024, messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/messages/count_tokens`. The same limits as Messages. */
export const anthropicTokenCounting: ClaudeEndpoint = {
  ...shared,
  id: "anthropic-token-counting",
  label: "Anthropic Token Counting",
  caps: ANTHROPIC_CAPS,
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/messages/batches`. The body may hold 256 MB; the rules of Messages apply to each item in it. */
export const anthropicBatches: ClaudeEndpoint = {
  ...shared,
  id: "anthropic-batches",
  label: "Anthropic Batches",
  caps: { ...ANTHROPIC_CAPS, maxRequestBytes: BATCH_BYTES },
  request: (blocks) => ({
    requests: [
      { custom_id: "1", params: { model: "", max_tokens: 1024, messages: [{ role: "user", content: blocks }] } },
    ],
  }),
};

/**
 * Claude in Microsoft Foundry: `POST https://{resource}.services.ai.azure.com/anthropic/v1/messages`, by Anthropic's own servers;
 * `@anthropic-ai/foundry-sdk` sends the same body. It has no batches.
 */
export const claudeInFoundry: ClaudeEndpoint = {
  ...shared,
  id: "claude-in-foundry",
  label: "Claude in Microsoft Foundry",
  provider: "foundry",
  sources: [
    {
      figure:
        "limits of its own: none is published. Anthropic runs it and names Bedrock and Google Cloud alone as having lower ones, so those of its own API are used",
      url: "https://platform.claude.com/docs/en/build-with-claude/claude-in-microsoft-foundry",
      confidence: "D",
      asOf: "2026-11-30",
    },
    ...ANTHROPIC_SOURCES,
  ],
  caps: ANTHROPIC_CAPS,
  request: (blocks) => ({ model: "", max_tokens: 1024, messages: [{ role: "user", content: blocks }] }),
};
