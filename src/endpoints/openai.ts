/** OpenAI's API. Its documented caps and those met in practice differ; the safe ones are used and the sources name both. */
import type { CapSource, Endpoint, EndpointCaps } from "../core/endpoint.js";
import type { PreparedImage } from "../core/types.js";

/** What the model may see: `low` costs least, `original` is not downsized but refused above 30,000 patches of 32 px. */
export type OpenaiDetail = "low" | "high" | "auto" | "original";

/** Assignable to `ChatCompletionContentPartImage` of `openai`. */
export interface OpenaiChatImagePart {
  type: "image_url";
  image_url: { url: string; detail?: OpenaiDetail };
}

/** Assignable to `ResponseInputImage` of `openai`; its type demands `detail` although the API defaults to `auto`. */
export interface OpenaiResponsesImage {
  type: "input_image";
  detail: OpenaiDetail;
  image_url?: string;
  file_id?: string;
}

const SOURCES: readonly CapSource[] = [
  { figure: "images: 48,000,000 bytes as sent, a safe line below the 50 MB wall met in practice (HTTP 400)", url: "https://github.com/dacheah/payload-walls", confidence: "D" },
  { figure: "request: 512 MB and 1500 images are documented", url: "https://developers.openai.com/api/docs/guides/images-vision", confidence: "B" },
  { figure: "types: png, jpeg, webp, non-animated gif", url: "https://developers.openai.com/api/docs/guides/images-vision", confidence: "B" },
];

const CAPS: EndpointCaps = {
  maxRequestBytes: 48_000_000,
  maxImages: 1500,
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

const shared = { provider: "openai", asOf: "2026-11-20", sources: SOURCES, caps: CAPS };

/** `POST /v1/chat/completions`. For another detail, spread it and wrap `toBlock`, or use `withDetail`. */
export const openaiChat: Endpoint<OpenaiChatImagePart> = {
  ...shared,
  id: "openai-chat",
  label: "OpenAI Chat Completions",
  toBlock: (image) => ({ type: "image_url", image_url: { url: dataUrl(image) } }),
  urlBlock: (url) => ({ type: "image_url", image_url: { url } }),
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/responses`. */
export const openaiResponses: Endpoint<OpenaiResponsesImage> = {
  ...shared,
  id: "openai-responses",
  label: "OpenAI Responses",
  toBlock: (image) => ({ type: "input_image", detail: "auto", image_url: dataUrl(image) }),
  fileBlock: (fileId) => ({ type: "input_image", detail: "auto", file_id: fileId }),
  urlBlock: (url) => ({ type: "input_image", detail: "auto", image_url: url }),
  request: (blocks) => ({ model: "", input: [{ role: "user", content: blocks }] }),
};

/** The same endpoint asking for another detail: `withDetail(openaiChat, "high")`. */
export function withDetail<B extends OpenaiChatImagePart | OpenaiResponsesImage>(endpoint: Endpoint<B>, detail: OpenaiDetail): Endpoint<B> {
  const detailed = (block: B): B => (block.type === "image_url" ? { ...block, image_url: { ...block.image_url, detail } } : { ...block, detail });
  const { fileBlock, urlBlock } = endpoint;
  return {
    ...endpoint,
    id: `${endpoint.id}-${detail}`,
    toBlock: (image) => detailed(endpoint.toBlock(image)),
    ...(fileBlock && { fileBlock: (fileId, image) => detailed(fileBlock(fileId, image)) }),
    ...(urlBlock && { urlBlock: (url) => detailed(urlBlock(url)) }),
  };
}

function dataUrl({ mediaType, base64 }: PreparedImage): string {
  return `data:${mediaType};base64,${base64}`;
}
