/** OpenAI's models served by Azure. */
import type { Endpoint } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { chatPart, type OpenaiChatImagePart } from "./blocks.js";

/**
 * `POST /openai/deployments/{deployment}/chat/completions`. The Responses route takes OpenAI's other shape:
 * `{ ...openaiResponses, caps: azureOpenAI.caps }`.
 */
export const azureOpenAI: Endpoint<OpenaiChatImagePart> = {
  id: "azure-openai",
  label: "Azure OpenAI",
  provider: "azure",
  asOf: "2026-11-30",
  sources: [
    {
      figure: "images: 50 (50 accepted, 51 refused with that figure on 2026-09-06, Responses route, GPT-6)",
      url: "https://github.com/Azure/azure-rest-api-specs/issues/46145",
      confidence: "A",
      asOf: "2026-11-30",
    },
    {
      figure: "50 images: the same refusal of GPT-5.6 through OpenRouter, 2026-07-30",
      url: "https://github.com/anomalyco/opencode/issues/39677",
      confidence: "C",
      asOf: "2026-11-30",
    },
    {
      figure: "images: 50 by the quotas page, 10 a chat request by the how-to page; what was measured holds",
      url: "https://learn.microsoft.com/en-us/azure/foundry/openai/quotas-limits",
      confidence: "C",
      asOf: "2026-11-20",
    },
    {
      figure: "image: 20 MB (20,000,000 bytes); types: jpeg, png, webp, gif (first frame)",
      url: "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/how-to/gpt-with-vision",
      confidence: "B",
      asOf: "2026-11-20",
    },
    {
      figure: "request: not published; OpenAI's safe line of 48,000,000 bytes of images is used",
      url: "https://github.com/dacheah/payload-walls",
      confidence: "D",
      asOf: "2026-11-20",
    },
    {
      figure: "image: 30,000 patches of 32 px on GPT-5.6 and later, as at OpenAI",
      url: "https://developers.openai.com/api/docs/guides/images-vision",
      confidence: "D",
      asOf: "2026-11-29",
    },
    {
      figure: "least side: not published; none is set",
      url: "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/how-to/gpt-with-vision",
      confidence: "D",
      asOf: "2026-11-30",
    },
  ],
  caps: {
    maxRequestBytes: 48_000_000,
    maxImageBytes: { bytes: 20_000_000, counted: "raw" },
    maxImages: 50,
    maxPatches: { count: 30_000, edgePx: 32 },
    mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"],
  },
  toBlock: (image) => chatPart(dataUrl(image)),
  urlBlock: chatPart,
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};
