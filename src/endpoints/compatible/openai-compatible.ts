/** The many servers that adopted OpenAI's chat route: vLLM, llama.cpp, LM Studio, LiteLLM, and the providers in `limits.ts`. */
import type { Endpoint } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { chatPart, type OpenaiChatImagePart } from "../openai/blocks.js";

/**
 * `POST {base}/chat/completions` of any such server; `openai` with a `baseURL` sends the same body. It has no limits of its own.
 * Add a provider's, `{ ...openaiCompatible, ...groqLimits }`, or your own:
 * `{ ...openaiCompatible, id: "mine", caps: { ...openaiCompatible.caps, maxRequestBytes: 10_000_000 } }`.
 */
export const openaiCompatible: Endpoint<OpenaiChatImagePart> = {
  id: "openai-compatible",
  label: "OpenAI-compatible chat",
  provider: "openai-compatible",
  asOf: "2026-11-30",
  sources: [
    {
      figure: "limits: each server has its own, none is set; types: jpeg and png, which all of them take",
      url: "https://developers.openai.com/api/docs/guides/images-vision",
      confidence: "D",
      asOf: "2026-11-30",
    },
  ],
  caps: { mediaTypes: ["image/jpeg", "image/png"] },
  toBlock: (image) => chatPart(dataUrl(image)),
  urlBlock: chatPart,
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: blocks }] }),
};
