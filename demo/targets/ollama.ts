import { ollama } from "vision-dropzone/endpoints";
import { baseUrl } from "./clients.js";
import { defineTarget, messageBlocks } from "./target.js";
import type { Draft } from "./target.js";

interface OllamaMessage {
  role: "user" | "assistant";
  content: string;
  images?: string[];
}

/** Ollama keeps text and images apart. */
function messagesOf({ history, text, blocks }: Draft<string>): OllamaMessage[] {
  const earlier = history.map((message): OllamaMessage =>
    message.role === "assistant"
      ? { role: "assistant", content: message.text }
      : { role: "user", content: message.text, images: [...messageBlocks(ollama, message)] },
  );
  return [...earlier, { role: "user", content: text, images: [...blocks] }];
}

/** How many tokens an image is differs by model, and no rule is published. */
export const ollamaTarget = defineTarget({
  endpoint: ollama,
  defaultModel: "qwen3-vl",
  refusals: ["request-too-large", "images-unsupported", "unsupported-image-source", "undecodable-image"],
  params: (draft) => ({ model: draft.model, messages: messagesOf(draft), stream: false as const }),
  async call(body, { headers, signal }) {
    const { Ollama } = await import("ollama/browser");
    const abortable: typeof fetch = (input, init) => fetch(input, { ...init, signal });
    const client = new Ollama({ host: baseUrl("ollama"), headers: { ...headers }, fetch: abortable });
    const { message } = await client.chat(body);
    return { text: message.content, usage: "" };
  },
});
