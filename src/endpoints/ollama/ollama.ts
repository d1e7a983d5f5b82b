/** Ollama's own API, local models first. */
import type { Endpoint } from "../../shared/endpoint.js";

/**
 * `POST /api/chat`. The block is the plain base64 text that goes into a message's `images`, without a `data:` prefix: with one
 * Ollama answers "illegal base64 data". The official SDK adds `"stream":false` (15 bytes with the comma) where `stream` is
 * left out, so the default body has it. `/v1` of Ollama takes OpenAI's shape, data URLs only.
 *
 * A local server has no cap but memory. Ollama Cloud was measured at about 16.8 MB:
 * `{ ...ollama, caps: { ...ollama.caps, maxRequestBytes: 16 * 2 ** 20 } }`.
 */
export const ollama: Endpoint<string> = {
  id: "ollama",
  label: "Ollama",
  provider: "ollama",
  asOf: "2026-11-30",
  sources: [
    {
      figure: "local: no cap published; Ollama Cloud: about 16.8 MB a request",
      url: "https://github.com/dacheah/payload-walls",
      confidence: "C",
      asOf: "2026-11-30",
    },
    {
      figure: "types: jpeg and png are safe; webp depends on the model's runner, gif is unreliable",
      url: "https://github.com/ollama/ollama/issues/2457",
      confidence: "C",
      asOf: "2026-11-20",
    },
    {
      figure: "base64 without a data: prefix",
      url: "https://github.com/ollama/ollama-js/issues/68",
      confidence: "C",
      asOf: "2026-11-20",
    },
    {
      figure: "least side: 32 px, one patch of Qwen3-VL, whose runner stopped at 305x30; other models take less",
      url: "https://github.com/ollama/ollama/issues/13113",
      confidence: "C",
      asOf: "2026-11-30",
    },
  ],
  caps: { minEdgePx: 32, mediaTypes: ["image/jpeg", "image/png"] },
  toBlock: ({ base64 }) => base64,
  request: (blocks) => ({ model: "", messages: [{ role: "user", content: "", images: blocks }], stream: false }),
};
