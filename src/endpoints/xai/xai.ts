/** xAI's API: OpenAI's shapes, other limits. There is no official JavaScript SDK; `openai` with a `baseURL` is documented. */
import type { Endpoint } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { type OpenaiResponsesImage, responsesImage } from "../openai/blocks.js";

/**
 * `POST /v1/responses`; Chat Completions is legacy there. The default body says `store: false`, because a response with
 * images may be too large to store and then fails. `detail` is reported to have no effect.
 */
export const xai: Endpoint<OpenaiResponsesImage> = {
  id: "xai",
  label: "xAI",
  provider: "xai",
  asOf: "2026-11-30",
  sources: [
    {
      figure:
        "image: 20.97152 MB (10.48576 MB in an older copy), counted on base64 to be safe; any number of images; types: jpeg and png only",
      url: "https://docs.x.ai/developers/model-capabilities/images/understanding",
      confidence: "B",
      asOf: "2026-11-30",
    },
    {
      figure: "request: not published; 25 MB is the batch file's, used as a soft line",
      url: "https://docs.x.ai/docs/models",
      confidence: "D",
      asOf: "2026-11-20",
    },
    {
      figure: "request: a 413 was seen once at about 67 MB",
      url: "https://github.com/Wei-Shaw/sub2api/issues/4170",
      confidence: "C",
      asOf: "2026-11-20",
    },
    {
      figure: "least side: not published; none is set",
      url: "https://docs.x.ai/developers/model-capabilities/images/understanding",
      confidence: "D",
      asOf: "2026-11-30",
    },
  ],
  caps: {
    maxRequestBytes: 25_000_000,
    maxImageBytes: { bytes: 20 * 2 ** 20, counted: "base64" },
    mediaTypes: ["image/jpeg", "image/png"],
  },
  toBlock: (image) => responsesImage(dataUrl(image)),
  urlBlock: responsesImage,
  request: (blocks) => ({ model: "", input: [{ role: "user", content: blocks }], store: false }),
};
