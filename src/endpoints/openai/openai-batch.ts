/** OpenAI's Batch API: a JSONL file of requests, uploaded through the Files API. */
import type { CapSource, DocumentEndpoint, EndpointCaps } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { OPENAI_CAPS, OPENAI_FILE_BYTES, OPENAI_SOURCES, openaiDocuments } from "./limits.js";
import {
  chatFile,
  chatPart,
  type OpenaiChatFilePart,
  type OpenaiChatImagePart,
  type OpenaiResponsesFile,
  type OpenaiResponsesImage,
  responsesDocument,
  responsesFile,
  responsesImage,
} from "./blocks.js";

const SOURCES: readonly CapSource[] = [
  {
    figure: "batch file: 200 MB and 50,000 requests",
    url: "https://developers.openai.com/api/docs/guides/batch",
    confidence: "A",
    asOf: "2026-11-20",
  },
  ...OPENAI_SOURCES,
];

const CAPS: EndpointCaps = { ...OPENAI_CAPS, maxRequestBytes: 200_000_000 };

const shared = { provider: "openai", asOf: "2026-11-30", sources: SOURCES };

/**
 * A line of the file that `POST /v1/batches` works through, for `/v1/responses`. The cap is the file's: 200 MB over all its
 * lines. A file of several lines has one more newline per line; the cap does not count the multipart wrapping of the upload. Each
 * line must also be valid by itself: `openaiResponses` has that limit, 48 MB of images.
 */
export const openaiBatch: DocumentEndpoint<OpenaiResponsesImage, OpenaiResponsesFile> = {
  ...shared,
  id: "openai-batch",
  label: "OpenAI Batch",
  caps: CAPS,
  maxFileBytes: OPENAI_FILE_BYTES,
  toBlock: (image) => responsesImage(dataUrl(image)),
  fileBlock: responsesFile,
  urlBlock: responsesImage,
  documents: openaiDocuments(responsesDocument),
  request: (blocks) => lineFor("/v1/responses", { model: "", input: [{ role: "user", content: blocks }] }),
};

/** The same for `/v1/chat/completions`: a batch has only one kind of request. */
export const openaiBatchChat: DocumentEndpoint<OpenaiChatImagePart, OpenaiChatFilePart> = {
  ...shared,
  id: "openai-batch-chat",
  label: "OpenAI Batch (Chat Completions)",
  caps: CAPS,
  toBlock: (image) => chatPart(dataUrl(image)),
  urlBlock: chatPart,
  documents: openaiDocuments(chatFile),
  request: (blocks) => lineFor("/v1/chat/completions", { model: "", messages: [{ role: "user", content: blocks }] }),
};

function lineFor(url: string, body: unknown): unknown {
  return { custom_id: "1", method: "POST", url, body };
}
