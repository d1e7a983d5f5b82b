/** Claude's limits, wherever it runs. Stricter limits of a platform are defined with that platform. */
import type { CapSource, EndpointCaps, EndpointDocuments } from "../../shared/endpoint.js";
import { type AnthropicDocumentBlock, anthropicDocument } from "./blocks.js";

export const MIB = 2 ** 20;

const VISION_PAGE = "https://platform.claude.com/docs/en/build-with-claude/vision";

/** Rules of the models themselves. */
export const CLAUDE_SOURCES: readonly CapSource[] = [
  {
    figure: "2000 px a side above 20 images and documents (2001 refused, 2000 accepted on Bedrock, 2026-09-18)",
    url: "https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/994",
    confidence: "A",
    asOf: "2026-11-30",
  },
  {
    figure: 'documents count with images ("Too much media: 0 document pages + 102 images > 100")',
    url: "https://github.com/anthropics/claude-code/issues/19822",
    confidence: "C",
    asOf: "2026-11-30",
  },
  {
    figure: "PDF: 100 pages, 600 with a large context; not encrypted; about 7,000 tokens for 3 pages",
    url: "https://platform.claude.com/docs/en/build-with-claude/pdf-support",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure:
      "least side: 28 px, one patch of the model. The limit is not published; a PNG of 16x14 was refused on 2026-07-10",
    url: "https://github.com/vellum-ai/vellum-assistant/pull/37802",
    confidence: "D",
    asOf: "2026-11-30",
  },
];

const CLAUDE_CAPS: EndpointCaps = {
  maxEdgePx: 8000,
  minEdgePx: 28,
  manyImages: { above: 20, maxEdgePx: 2000 },
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

/** Not encrypted. The pages are counted with the images. */
export const CLAUDE_DOCUMENTS: EndpointDocuments<AnthropicDocumentBlock> = {
  mediaTypes: ["application/pdf"],
  maxPages: 100,
  countedWithImages: "pages",
  tokensPerPage: 2300,
  toBlock: anthropicDocument,
};

/** On Bedrock and Google Cloud an image may be half as large as on Anthropic's own API. */
export const PARTNER_CAPS: EndpointCaps = {
  ...CLAUDE_CAPS,
  maxImageBytes: { bytes: 5 * MIB, counted: "base64" },
  maxImages: 100,
};

/**
 * Anthropic's own API. Models with a large context take 600 images; models with 200k tokens take 100: set `maxImages` in a spread
 * for those.
 */
export const ANTHROPIC_CAPS: EndpointCaps = {
  ...CLAUDE_CAPS,
  maxRequestBytes: 32 * MIB,
  maxImageBytes: { bytes: 10 * MIB, counted: "base64" },
  maxImages: 600,
};

/** The largest file in its Files API, in bytes. */
export const ANTHROPIC_FILE_BYTES = 500 * MIB;

export const ANTHROPIC_SOURCES: readonly CapSource[] = [
  {
    figure: "request: 32 MB (2^25; probes: 33,452,885 bytes pass, 33,571,037 answer 413)",
    url: "https://platform.claude.com/docs/en/api/overview#request-size-limits",
    confidence: "A",
    asOf: "2026-11-20",
  },
  {
    figure: "batch request: 256 MB; file: 500 MB",
    url: "https://platform.claude.com/docs/en/api/overview#request-size-limits",
    confidence: "B",
    asOf: "2026-11-20",
  },
  {
    figure:
      "image: 10 MB of base64 text (10,485,760); 8000 px a side, 2000 px above 20 images; 600 images, 100 for models with 200k tokens",
    url: VISION_PAGE,
    confidence: "A",
    asOf: "2026-11-29",
  },
  {
    figure: "image: 5 MB was the direct limit until early 2026, and still is on partner platforms",
    url: "https://github.com/lobehub/lobehub/pull/14711",
    confidence: "C",
    asOf: "2026-11-20",
  },
  ...CLAUDE_SOURCES,
];
