/** Claude on Amazon Bedrock: the Converse API in its two forms, HTTP and the AWS SDK, and InvokeModel. No URLs, no files. */
import type { CapSource, DocumentEndpoint, Endpoint, EndpointCaps } from "../../shared/endpoint.js";
import type { PreparedDocument, SentMediaType } from "../../shared/types.js";
import { type AnthropicImageBlock, anthropicBlock } from "../anthropic/blocks.js";
import { CLAUDE_DOCUMENTS, CLAUDE_SOURCES, PARTNER_CAPS } from "../anthropic/limits.js";
import { claudeHighResolution } from "../anthropic/tokens.js";

export type BedrockImageFormat = "gif" | "jpeg" | "png" | "webp";

/** As the HTTP API takes it: `bytes` is base64 text. The AWS SDK would encode that text a second time and be refused. */
export type BedrockHttpImageBlock = {
  image: { format: BedrockImageFormat; source: { bytes: string } };
};

/** Assignable to `ContentBlock` of `@aws-sdk/client-bedrock-runtime`, which writes `bytes` as base64. */
export type BedrockImageBlock = {
  // Written without a type argument, which TypeScript supports only since 5.7.
  image: { format: BedrockImageFormat; source: { bytes: Uint8Array } };
};

/** `citations`: without them Claude is given the text of a PDF alone, not its pages. */
interface BedrockDocument<Bytes> {
  format: "pdf";
  name: string;
  source: { bytes: Bytes };
  citations: { enabled: true };
}
/** As the HTTP API takes it; see `BedrockHttpImageBlock`. */
export type BedrockHttpDocumentBlock = { document: BedrockDocument<string> };
/** Assignable to `ContentBlock` of `@aws-sdk/client-bedrock-runtime`. */
export type BedrockDocumentBlock = { document: BedrockDocument<Uint8Array> };

const SOURCES: readonly CapSource[] = [
  {
    figure: "request: 20 MB by AWS's InvokeModel page and by Anthropic's",
    url: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html",
    confidence: "B",
    asOf: "2026-11-20",
  },
  {
    figure: "request: 32 MB by AWS's restrictions page; Converse was seen to refuse 27.7 MB",
    url: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html",
    confidence: "C",
    asOf: "2026-11-20",
  },
  {
    figure: "image: 5 MB of base64 text (5,242,880 in the refusal, measured 2026-09-04)",
    url: "https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/778",
    confidence: "A",
    asOf: "2026-11-30",
  },
  {
    figure: "image: 3.75 MB of raw bytes, which is the same; 8000 px a side; images: 20",
    url: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure:
      "images: 20 in the reference of Message, no limit of Bedrock's own by its user guide; more than 20 were accepted, so Claude's 100 is used",
    url: "https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/issues/147",
    confidence: "C",
    asOf: "2026-11-30",
  },
  {
    figure:
      "PDF: 5 a request; 4.5 MB each, which does not hold for PDF with Claude 4 and later; 100 pages a request with Claude",
    url: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure:
      "PDF: a name of letters, digits, single spaces, hyphens, parentheses and square brackets, at most 200; a text block has to stand beside it",
    url: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html",
    confidence: "A",
    asOf: "2026-11-30",
  },
  {
    figure: 'PDF: names differ within a request, earlier messages included ("can\'t contain duplicate document names")',
    url: "https://github.com/aws-samples/generative-ai-use-cases/issues/1685",
    confidence: "C",
    asOf: "2026-11-30",
  },
  ...CLAUDE_SOURCES,
];

/**
 * Claude's rules. Other models on Bedrock follow the reference: set `maxImages: 20` and another `tokenModel` in a spread for
 * those.
 */
const CAPS: EndpointCaps = { ...PARTNER_CAPS, maxRequestBytes: 20_000_000 };

/** `jpg` and upper case are refused. */
const FORMATS: Readonly<Record<SentMediaType, BedrockImageFormat>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
};

const shared = {
  provider: "bedrock",
  asOf: "2026-11-30",
  sources: SOURCES,
  caps: CAPS,
  tokenModel: claudeHighResolution,
};

const DOCUMENTS = { ...CLAUDE_DOCUMENTS, maxDocuments: 5 };

function documentOf<Bytes>(pdf: PreparedDocument, bytes: Bytes): { document: BedrockDocument<Bytes> } {
  const name = documentName(pdf);
  return { document: { format: "pdf", name, source: { bytes }, citations: { enabled: true } } };
}

/** No two documents of a conversation may have the same name. Ids differ within one visit of the page; between visits the sizes usually do. */
function documentName({ name, id, bytes }: PreparedDocument): string {
  const onlyAllowed = (text: string) => text.replace(/[^A-Za-z0-9()[\]-]+/g, " ").trim();
  return `${onlyAllowed(name.replace(/\.pdf$/i, "")).slice(0, 120)} (${onlyAllowed(id).slice(0, 40)} ${bytes})`.trim();
}

const converse = {
  ...shared,
  request: (blocks: readonly unknown[]) => ({ messages: [{ role: "user", content: blocks }] }),
};

/** `POST /model/{modelId}/converse` or `/converse-stream`, called over HTTP. The model is in the URL, not in the body. */
export const bedrockConverse: DocumentEndpoint<BedrockHttpImageBlock, BedrockHttpDocumentBlock> = {
  ...converse,
  id: "bedrock-converse",
  label: "Bedrock Converse",
  toBlock: ({ mediaType, base64 }) => ({ image: { format: FORMATS[mediaType], source: { bytes: base64 } } }),
  documents: { ...DOCUMENTS, toBlock: (pdf) => documentOf(pdf, pdf.base64) },
};

/**
 * `ConverseCommand` and `ConverseStreamCommand` of the AWS SDK. It takes `modelId` out of the body and adds nothing: leave
 * `modelId` out of what `request` returns, and the meter is exact.
 */
export const bedrockConverseSdk: DocumentEndpoint<BedrockImageBlock, BedrockDocumentBlock> = {
  ...converse,
  id: "bedrock-converse-sdk",
  label: "Bedrock Converse (AWS SDK)",
  toBlock: ({ mediaType, base64 }) => ({ image: { format: FORMATS[mediaType], source: { bytes: bytesOf(base64) } } }),
  documents: { ...DOCUMENTS, toBlock: (pdf) => documentOf(pdf, bytesOf(pdf.base64)) },
  wireBytes: (value) => (isBytes(value) ? 4 * Math.ceil(value.length / 3) + 2 : undefined),
};

/** Not `instanceof`, which is false for bytes of another window. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/**
 * `POST /model/{modelId}/invoke` or `/invoke-with-response-stream` with a Claude model: Anthropic's block and body, the model
 * in the URL and the API's version in the body. `InvokeModelCommand` sends the text it is given:
 * `body: JSON.stringify(request(blocks))`; `@anthropic-ai/bedrock-sdk` puts `anthropic_version` in by itself.
 */
export const bedrockInvokeModel: Endpoint<AnthropicImageBlock> = {
  ...shared,
  id: "bedrock-invoke-model",
  label: "Bedrock InvokeModel (Claude)",
  toBlock: anthropicBlock,
  request: (blocks) => ({
    anthropic_version: "bedrock-2023-05-31",
    max_tokens: 1024,
    messages: [{ role: "user", content: blocks }],
  }),
};

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
