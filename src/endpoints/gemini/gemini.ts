/** Google's Gemini: AI Studio's API with its two routes, and Vertex AI. */
import type { CapSource, DocumentEndpoint, EndpointCaps, EndpointDocuments } from "../../shared/endpoint.js";
import type { PreparedDocument, SentMediaType } from "../../shared/types.js";
import { gemini3 } from "./tokens.js";

/** Assignable to `Part` of `@google/genai`. */
export type GeminiPart = {
  inlineData?: { mimeType: SentMediaType; data: string };
  fileData?: { fileUri: string; mimeType: SentMediaType };
};

/** Assignable to `Interactions.ImageContent` of `@google/genai`. */
export type GeminiInteractionsImage = {
  type: "image";
  /** Plain base64, without a `data:` prefix. */
  data?: string;
  uri?: string;
  mime_type: SentMediaType;
};

/** Assignable to `Part` of `@google/genai`. */
export type GeminiDocumentPart = {
  inlineData: { mimeType: "application/pdf"; data: string };
};

/** Assignable to `Interactions.DocumentContent` of `@google/genai`. */
export type GeminiInteractionsDocument = {
  type: "document";
  /** Plain base64, without a `data:` prefix. */
  data: string;
  mime_type: "application/pdf";
};

const SOURCES: readonly CapSource[] = [
  {
    figure: "inline request: 100 MB since January 2026, by the page of input methods",
    url: "https://ai.google.dev/gemini-api/docs/file-input-methods",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure: "inline request: 100 MB, by the announcement; by address: 100 MB",
    url: "https://blog.google/innovation-and-ai/technology/developers-tools/gemini-api-new-file-limits",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure: "inline request: 100 MB, by the cookbook (commit of 2026-07-21)",
    url: "https://github.com/google-gemini/cookbook",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure:
      "inline request: 20 MB, by the page of images, which says so since before the change. Three pages and what was measured speak against it, so 100 MB is used",
    url: "https://ai.google.dev/gemini-api/docs/image-understanding",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure: "inline request: 339.7 MB accepted (between 2026-09-15 and 19); gif accepted although undocumented",
    url: "https://github.com/dacheah/payload-walls",
    confidence: "C",
    asOf: "2026-11-30",
  },
  {
    figure: "3600 images, documents counted with them; types: png, jpeg, webp, heic, heif",
    url: "https://ai.google.dev/gemini-api/docs/image-understanding",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure: "file: 2 GB, kept for 48 hours",
    url: "https://ai.google.dev/gemini-api/docs/files",
    confidence: "B",
    asOf: "2026-11-20",
  },
  {
    figure: "PDF: 50 MB and 1,000 pages a file, inline as well",
    url: "https://ai.google.dev/gemini-api/docs/document-processing",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure: "PDF: 560 tokens a page with Gemini 3 at its default resolution; 258 with Gemini 2",
    url: "https://ai.google.dev/gemini-api/docs/media-resolution",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure: "least side: not published; none is set",
    url: "https://ai.google.dev/gemini-api/docs/image-understanding",
    confidence: "D",
    asOf: "2026-11-30",
  },
];

const CAPS: EndpointCaps = {
  maxRequestBytes: 100_000_000,
  maxUrlBytes: 100_000_000,
  maxImages: 3600,
  mediaTypes: ["image/jpeg", "image/png", "image/webp"],
};

const DOCUMENTS: Omit<EndpointDocuments<unknown>, "toBlock"> = {
  mediaTypes: ["application/pdf"],
  maxDocumentBytes: 50_000_000,
  maxDocumentPages: 1000,
  countedWithImages: "documents",
  tokensPerPage: 560,
};

const shared = {
  provider: "gemini",
  asOf: "2026-11-30",
  sources: SOURCES,
  caps: CAPS,
  maxFileBytes: 2_000_000_000,
  tokenModel: gemini3,
};

// The API demands a type even if it is unknown, and tolerates one that disagrees with the bytes.
const UNKNOWN_TYPE = "image/jpeg";

const parts = {
  toBlock: ({ mediaType, base64 }: { mediaType: SentMediaType; base64: string }): GeminiPart => ({
    inlineData: { mimeType: mediaType, data: base64 },
  }),
  fileBlock: (fileId: string, { mediaType }: { mediaType: SentMediaType }): GeminiPart => ({
    fileData: { fileUri: fileId, mimeType: mediaType },
  }),
  urlBlock: (url: string, mediaType: SentMediaType = UNKNOWN_TYPE): GeminiPart => ({
    fileData: { fileUri: url, mimeType: mediaType },
  }),
  documents: {
    ...DOCUMENTS,
    toBlock: ({ mediaType, base64 }: PreparedDocument): GeminiDocumentPart => ({
      inlineData: { mimeType: mediaType, data: base64 },
    }),
  },
  request: (blocks: readonly GeminiPart[]): unknown => ({ contents: [{ parts: blocks, role: "user" }] }),
};

type PartsEndpoint = DocumentEndpoint<GeminiPart, GeminiDocumentPart>;

/**
 * `POST /v1beta/models/{model}:generateContent` or `:streamGenerateContent`. The model is in the URL, not in the body. The
 * official SDK adds no bytes to parts; it adds `role` to contents without one, wraps a bare `systemInstruction` and moves most of
 * `config` into `generationConfig`: write `request` as the API's own body (`contents`, `systemInstruction`, `generationConfig`)
 * to be exact. A `config` that holds nothing but an `abortSignal` still adds `"generationConfig":{}` (22 bytes).
 *
 * A file's id is its `uri`.
 */
export const gemini: PartsEndpoint = { ...shared, ...parts, id: "gemini", label: "Gemini generateContent" };

/**
 * `POST /v1beta/interactions`, by `interactions.create` of the official SDK, which sends its argument as it is. In a longer `input`
 * the blocks are the `content` of a step: `{ type: "user_input", content: blocks }`. A file's id is its `uri`.
 */
export const geminiInteractions: DocumentEndpoint<GeminiInteractionsImage, GeminiInteractionsDocument> = {
  ...shared,
  id: "gemini-interactions",
  label: "Gemini Interactions",
  toBlock: ({ mediaType, base64 }) => ({ type: "image", data: base64, mime_type: mediaType }),
  fileBlock: (fileId, { mediaType }) => ({ type: "image", uri: fileId, mime_type: mediaType }),
  urlBlock: (url, mediaType = UNKNOWN_TYPE) => ({ type: "image", uri: url, mime_type: mediaType }),
  documents: {
    ...DOCUMENTS,
    toBlock: ({ mediaType, base64 }) => ({ type: "document", data: base64, mime_type: mediaType }),
  },
  request: (blocks) => ({ model: "", input: blocks }),
};

const VERTEX_PAGE =
  "https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/image-understanding";

/**
 * Gemini on Vertex AI: `POST .../publishers/google/models/{model}:generateContent`, the same parts and body. There is no Files
 * API: a file's id is its address in Cloud Storage, `gs://bucket/name`.
 */
export const vertexGemini: PartsEndpoint = {
  ...shared,
  ...parts,
  id: "vertex-gemini",
  label: "Gemini on Vertex AI",
  provider: "vertex",
  sources: [
    {
      figure:
        "image: 256 MB an inline part (generateContent), counted on base64 to be safe; 3000 images, PDFs counted with them; file: 2,146,971,648 bytes in Cloud Storage, by the newest row",
      url: VERTEX_PAGE,
      confidence: "B",
      asOf: "2026-11-30",
    },
    {
      figure:
        "image: 7 MB inline and 30 MB in Cloud Storage, by the rows of older models: set `maxImageBytes` in a spread for those",
      url: VERTEX_PAGE,
      confidence: "B",
      asOf: "2026-11-30",
    },
    {
      figure: "PDF: 50 MB and 1,000 pages a file, 3000 files",
      url: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/document-understanding",
      confidence: "B",
      asOf: "2026-11-30",
    },
    {
      figure: "PDF: 560 tokens a page, as the Gemini API states it for the same models",
      url: "https://ai.google.dev/gemini-api/docs/media-resolution",
      confidence: "D",
      asOf: "2026-11-30",
    },
    { figure: "by address: 15.72864 MB", url: VERTEX_PAGE, confidence: "B", asOf: "2026-11-29" },
    { figure: "types: png, jpeg, webp, heic, heif", url: VERTEX_PAGE, confidence: "B", asOf: "2026-11-30" },
    {
      figure: "request: not published, none is set; least side: not published, none is set",
      url: VERTEX_PAGE,
      confidence: "D",
      asOf: "2026-11-30",
    },
  ],
  caps: {
    maxImageBytes: { bytes: 256_000_000, counted: "base64" },
    maxUrlBytes: 15 * 2 ** 20,
    maxImages: 3000,
    mediaTypes: CAPS.mediaTypes,
  },
  maxFileBytes: 2 * 2 ** 30 - 500 * 2 ** 10,
};
