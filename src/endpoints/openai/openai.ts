/** OpenAI's API, one request at a time. */
import type { DocumentBlockOf, DocumentEndpoint, Endpoint } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { OPENAI_CAPS, OPENAI_FILE_BYTES, OPENAI_SOURCES, openaiDocuments } from "./limits.js";
import {
  chatFile,
  chatPart,
  type OpenaiChatFilePart,
  type OpenaiChatImagePart,
  type OpenaiDetail,
  type OpenaiResponsesFile,
  type OpenaiResponsesImage,
  responsesDocument,
  responsesFile,
  responsesImage,
} from "./blocks.js";
import { openaiGpt6 } from "./patch-tokens.js";

/** The newest family with a published rule; spread the endpoint for another one: `{ ...openaiChat, tokenModel: openaiGpt4o }`. */
const shared = { provider: "openai", asOf: "2026-11-30", sources: OPENAI_SOURCES, tokenModel: openaiGpt6 };

/** `POST /v1/chat/completions`. It takes no image by file id. For another detail, spread it and wrap `toBlock`, or use `withDetail`. */
export const openaiChat: DocumentEndpoint<OpenaiChatImagePart, OpenaiChatFilePart> = {
  ...shared,
  id: "openai-chat",
  label: "OpenAI Chat Completions",
  caps: OPENAI_CAPS,
  toBlock: (image) => chatPart(dataUrl(image)),
  urlBlock: chatPart,
  documents: openaiDocuments(chatFile),
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};

/** `POST /v1/responses`. */
export const openaiResponses: DocumentEndpoint<OpenaiResponsesImage, OpenaiResponsesFile> = {
  ...shared,
  id: "openai-responses",
  label: "OpenAI Responses",
  caps: OPENAI_CAPS,
  maxFileBytes: OPENAI_FILE_BYTES,
  toBlock: (image) => responsesImage(dataUrl(image)),
  fileBlock: responsesFile,
  urlBlock: responsesImage,
  documents: openaiDocuments(responsesDocument),
  request: (blocks) => ({ model: "", input: [{ role: "user", content: blocks }] }),
};

type ChatPart<Detail extends OpenaiDetail = OpenaiDetail> = OpenaiChatImagePart<Detail>;
type ResponsesImage<Detail extends OpenaiDetail = OpenaiDetail> = OpenaiResponsesImage<Detail>;

/** What `withDetail` returns: an endpoint that takes PDF files still takes them. */
type Detailed<E, B> = [DocumentBlockOf<E>] extends [never] ? Endpoint<B> : DocumentEndpoint<B, DocumentBlockOf<E>>;

/** The same endpoint with another detail: `withDetail(openaiChat, "high")`. */
export function withDetail<Detail extends OpenaiDetail, E extends Endpoint<ChatPart>>(
  endpoint: E,
  detail: Detail,
): Detailed<E, ChatPart<Detail>>;
export function withDetail<Detail extends OpenaiDetail, E extends Endpoint<ResponsesImage>>(
  endpoint: E,
  detail: Detail,
): Detailed<E, ResponsesImage<Detail>>;
export function withDetail<B extends ChatPart | ResponsesImage>(
  endpoint: Endpoint<B>,
  detail: OpenaiDetail,
): Endpoint<B> {
  const detailed = (block: B): B =>
    block.type === "image_url" ? { ...block, image_url: { ...block.image_url, detail } } : { ...block, detail };
  const { fileBlock, urlBlock } = endpoint;
  return {
    ...endpoint,
    id: `${endpoint.id}-${detail}`,
    tokenDetail: detail,
    toBlock: (image) => detailed(endpoint.toBlock(image)),
    ...(fileBlock && { fileBlock: (fileId, image) => detailed(fileBlock(fileId, image)) }),
    ...(urlBlock && { urlBlock: (url) => detailed(urlBlock(url)) }),
  };
}
