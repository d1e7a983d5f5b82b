/** Google's Gemini API. */
import type { Endpoint } from "../core/endpoint.js";
import type { SentMediaType } from "../core/types.js";
import { gemini3 } from "./tokens/gemini.js";

/** Assignable to `Part` of `@google/genai`. */
export interface GeminiPart {
  inlineData?: { mimeType: SentMediaType; data: string };
  fileData?: { fileUri: string; mimeType: SentMediaType };
}

/**
 * `POST /v1beta/models/{model}:generateContent` or `:streamGenerateContent`. The model stands in the URL, not in the body.
 * The official SDK adds no bytes to parts; it puts `role` to contents without one, wraps a bare `systemInstruction` and moves
 * most of `config` into `generationConfig`: write `request` as the API's own body (`contents`, `systemInstruction`,
 * `generationConfig`) to be exact. A `config` that holds nothing but an `abortSignal` still adds `"generationConfig":{}` (22 bytes).
 *
 * A file's id is its `uri`. On Vertex AI, inline images have a wall of 7 MB and there are 3000 of them:
 * `{ ...gemini, caps: { ...gemini.caps, maxImageBytes: { bytes: 7_000_000, counted: "raw" }, maxImages: 3000 } }`.
 */
export const gemini: Endpoint<GeminiPart> = {
  id: "gemini",
  label: "Gemini generateContent",
  provider: "gemini",
  asOf: "2026-11-20",
  sources: [
    { figure: "inline request: 20 MB and 3600 images; types: png, jpeg, webp, heic, heif", url: "https://ai.google.dev/gemini-api/docs/image-understanding", confidence: "B" },
    { figure: "inline request: 100 MB since January 2026; the smaller figure is used", url: "https://ai.google.dev/gemini-api/docs/file-input-methods", confidence: "B" },
    { figure: "inline request: 324 MiB accepted; gif accepted although undocumented", url: "https://github.com/dacheah/payload-walls", confidence: "C" },
    { figure: "file: 2 GB, kept for 48 hours", url: "https://ai.google.dev/gemini-api/docs/files", confidence: "B" },
    { figure: "Vertex AI: 7 MB an inline image, 3000 images", url: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/image-understanding", confidence: "B" },
  ],
  caps: {
    maxRequestBytes: 20_000_000,
    maxImages: 3600,
    mediaTypes: ["image/jpeg", "image/png", "image/webp"],
  },
  maxFileBytes: 2_000_000_000,
  tokenModel: gemini3,
  toBlock: ({ mediaType, base64 }) => ({ inlineData: { mimeType: mediaType, data: base64 } }),
  fileBlock: (fileId, { mediaType }) => ({ fileData: { fileUri: fileId, mimeType: mediaType } }),
  // The API demands a type even where nobody knows it, and tolerates one that disagrees with the bytes.
  urlBlock: (url, mediaType = "image/jpeg") => ({ fileData: { fileUri: url, mimeType: mediaType } }),
  request: (blocks) => ({ contents: [{ parts: blocks, role: "user" }] }),
};
