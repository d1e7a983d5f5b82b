/** Claude through the Converse API of Amazon Bedrock, in its two forms: raw HTTP and the AWS SDK. No URLs, no files. */
import type { CapSource, Endpoint, EndpointCaps } from "../core/endpoint.js";
import type { SentMediaType } from "../core/types.js";
import { claudeStandard } from "./tokens/claude.js";

export type BedrockImageFormat = "gif" | "jpeg" | "png" | "webp";

/** As the HTTP API takes it: `bytes` is base64 text. The AWS SDK would encode that text a second time and be refused. */
export interface BedrockHttpImageBlock {
  image: { format: BedrockImageFormat; source: { bytes: string } };
}

/** Assignable to `ContentBlock` of `@aws-sdk/client-bedrock-runtime`, which writes `bytes` as base64. */
export interface BedrockImageBlock {
  image: { format: BedrockImageFormat; source: { bytes: Uint8Array<ArrayBuffer> } };
}

const SOURCES: readonly CapSource[] = [
  { figure: "request: 20 MB by AWS's InvokeModel page and by Anthropic's", url: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html", confidence: "B" },
  { figure: "request: 32 MB by AWS's restrictions page; Converse was seen to refuse 27.7 MB", url: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html", confidence: "C" },
  { figure: "image: 5 MB of base64 text (5,242,880), which is the 3.75 MB of raw bytes that AWS states; 8000 px a side", url: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html", confidence: "B" },
  { figure: "2000 px a side above 20 images and documents (2001 refused, 2000 accepted)", url: "https://platform.claude.com/docs/en/build-with-claude/vision", confidence: "C" },
  { figure: "images: 20 in the reference of Message, no limit of Bedrock's own by its user guide; more than 20 were accepted, so Claude's 100 is used", url: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html", confidence: "C" },
];

/** Claude's. Other models on Bedrock keep to the reference: set `maxImages: 20` and another `tokenModel` in a spread for those. */
const CAPS: EndpointCaps = {
  maxRequestBytes: 20_000_000,
  maxImageBytes: { bytes: 5 * 2 ** 20, counted: "base64" },
  maxImages: 100,
  maxEdgePx: 8000,
  manyImages: { above: 20, maxEdgePx: 2000 },
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

/** `jpg` and upper case are refused. */
const FORMATS: Readonly<Record<SentMediaType, BedrockImageFormat>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
};

const shared = {
  provider: "bedrock",
  asOf: "2026-11-20",
  sources: SOURCES,
  caps: CAPS,
  tokenModel: claudeStandard,
  request: (blocks: readonly unknown[]) => ({ messages: [{ role: "user", content: blocks }] }),
};

/** `POST /model/{modelId}/converse` or `/converse-stream`, called over HTTP. The model stands in the URL, not in the body. */
export const bedrockConverse: Endpoint<BedrockHttpImageBlock> = {
  ...shared,
  id: "bedrock-converse",
  label: "Bedrock Converse",
  toBlock: ({ mediaType, base64 }) => ({ image: { format: FORMATS[mediaType], source: { bytes: base64 } } }),
};

/**
 * `ConverseCommand` and `ConverseStreamCommand` of the AWS SDK. It takes `modelId` out of the body and adds nothing: leave
 * `modelId` out of what `request` returns, and the meter is exact.
 */
export const bedrockConverseSdk: Endpoint<BedrockImageBlock> = {
  ...shared,
  id: "bedrock-converse-sdk",
  label: "Bedrock Converse (AWS SDK)",
  toBlock: ({ mediaType, base64 }) => ({ image: { format: FORMATS[mediaType], source: { bytes: bytesOf(base64) } } }),
  wireBytes: (value) => (value instanceof Uint8Array ? 4 * Math.ceil(value.length / 3) + 2 : undefined),
};

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
