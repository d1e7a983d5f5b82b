/** OpenAI's limits. The documented ones differ from those met in practice; the safer ones are used, and the sources name both. */
import type { CapSource, EndpointCaps, EndpointDocuments } from "../../shared/endpoint.js";

export const OPENAI_SOURCES: readonly CapSource[] = [
  {
    figure:
      "images: 48,000,000 bytes as sent, a safe line below the limit of 50 MB met in practice (HTTP 400, measured 2026-09-18)",
    url: "https://github.com/dacheah/payload-walls",
    confidence: "D",
    asOf: "2026-11-30",
  },
  {
    figure: "request: 512 MB and 1500 images are documented (500 images until April 2026)",
    url: "https://developers.openai.com/api/docs/guides/images-vision",
    confidence: "B",
    asOf: "2026-11-29",
  },
  {
    figure: "image: 30,000 patches of 32 px and 65,535 px a side at the default detail of GPT-5.6 and GPT-6",
    url: "https://developers.openai.com/api/docs/guides/images-vision",
    confidence: "A",
    asOf: "2026-11-29",
  },
  {
    figure: "types: png, jpeg, webp, non-animated gif",
    url: "https://developers.openai.com/api/docs/guides/images-vision",
    confidence: "B",
    asOf: "2026-11-20",
  },
  {
    figure: "file: 512 MB, by the SDK's own documentation",
    url: "https://github.com/openai/openai-node/blob/master/src/resources/files.ts",
    confidence: "A",
    asOf: "2026-11-20",
  },
  {
    figure: "PDF: below 50 MB, all together; no limit on pages and no rule for tokens is published",
    url: "https://developers.openai.com/api/docs/guides/file-inputs",
    confidence: "B",
    asOf: "2026-11-30",
  },
  {
    figure: "least side: not published, though the SDK lists the error image_too_small; none is set",
    url: "https://github.com/openai/openai-node/blob/master/src/resources/responses/responses.ts",
    confidence: "D",
    asOf: "2026-11-30",
  },
];

export const OPENAI_CAPS: EndpointCaps = {
  maxRequestBytes: 48_000_000,
  maxImages: 1500,
  maxEdgePx: 65_535,
  maxPatches: { count: 30_000, edgePx: 32 },
  mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
};

/** 512 MB, for the routes that take a file id. Nothing says which MB OpenAI means, so the smaller, decimal one is used. */
export const OPENAI_FILE_BYTES = 512_000_000;

/** Of PDF files, for the route whose block is given. */
export function openaiDocuments<D>(toBlock: EndpointDocuments<D>["toBlock"]): EndpointDocuments<D> {
  return { mediaTypes: ["application/pdf"], maxDocumentBytes: 49_999_999, toBlock };
}
