/** The endpoints that nothing here answers for: their bodies are written as their APIs take them, for blocks, meter and limits. */
import type { Endpoint } from "vision-dropzone/core";
import {
  azureOpenAI,
  bedrockConverse,
  bedrockConverseSdk,
  gemini,
  mistral,
  mistralHttp,
  ollama,
  openaiBatch,
  openaiBatchChat,
  openRouter,
  openRouterHttp,
  vertexClaude,
  xai,
} from "vision-dropzone/endpoints";
import { anthropicConversation } from "./anthropic-conversation.js";
import { chatParams } from "./openai-chat.js";
import { responsesParams } from "./openai-responses.js";
import { defineTarget, turnBlocks } from "./target.js";
import type { ContentBlock, Draft, Target } from "./target.js";

interface MessageShape<B> {
  endpoint: Endpoint<B>;
  /** What the API calls the model's side. @default "assistant" */
  assistant?: string;
  /** Text beside images. */
  textPart: (text: string) => unknown;
}

/** Every turn as `{ role, content }`, the images before the text. */
function turnsOf<B>({ history, text, blocks }: Draft<B>, { endpoint, assistant = "assistant", textPart }: MessageShape<B>) {
  const content = (images: readonly B[], words: string) => (words === "" ? [...images] : [...images, textPart(words)]);
  const earlier = history.map((turn) =>
    turn.role === "assistant"
      ? { role: assistant, content: content([], turn.text) }
      : { role: "user", content: content(turnBlocks(endpoint, turn), turn.text) },
  );
  return [...earlier, { role: "user", content: content(blocks, text) }];
}

const typed = (text: string) => ({ type: "text", text });
const bare = (text: string) => ({ text });

/** The two forms of a chunk have one body around them: the SDK renames inside the chunk. */
function chatLike<B extends ContentBlock>(endpoint: Endpoint<B>, defaultModel: string): Target {
  const params = (draft: Draft<B>) => ({
    model: draft.model,
    stream: false,
    messages: turnsOf(draft, { endpoint, textPart: typed }),
  });
  return defineTarget({ endpoint, defaultModel, params });
}

/** The model stands in the URL. */
function converse<B extends ContentBlock>(endpoint: Endpoint<B>): Target {
  const params = (draft: Draft<B>) => ({ messages: turnsOf(draft, { endpoint, textPart: bare }) });
  return defineTarget({ endpoint, defaultModel: "anthropic.claude-sonnet-4-6", params });
}

/** Ollama keeps text and images apart. */
function ollamaMessages({ history, text, blocks }: Draft<string>) {
  const earlier = history.map((turn) =>
    turn.role === "assistant"
      ? { role: "assistant", content: turn.text }
      : { role: "user", content: turn.text, images: turnBlocks(ollama, turn) },
  );
  return [...earlier, { role: "user", content: text, images: blocks }];
}

export const targetsWithoutStandIn: readonly Target[] = [
  defineTarget({
    endpoint: openaiBatch,
    defaultModel: "gpt-5.6-terra",
    params: (draft) => ({ custom_id: "1", method: "POST", url: "/v1/responses", body: responsesParams(draft, openaiBatch) }),
  }),
  defineTarget({
    endpoint: openaiBatchChat,
    defaultModel: "gpt-5.6-terra",
    params: (draft) => ({ custom_id: "1", method: "POST", url: "/v1/chat/completions", body: chatParams(draft) }),
  }),
  defineTarget({
    endpoint: gemini,
    defaultModel: "gemini-3-flash",
    params: (draft) => ({
      contents: turnsOf(draft, { endpoint: gemini, assistant: "model", textPart: bare }).map(({ role, content }) => ({ parts: content, role })),
    }),
  }),
  converse(bedrockConverse),
  converse(bedrockConverseSdk),
  defineTarget({
    endpoint: vertexClaude,
    defaultModel: "claude-sonnet-4-6",
    params: (draft) => ({ anthropic_version: "2026-10-21", max_tokens: 1024, messages: anthropicConversation(draft, vertexClaude) }),
  }),
  defineTarget({ endpoint: azureOpenAI, defaultModel: "gpt-5.6-terra", params: chatParams }),
  chatLike(mistral, "mistral-medium-latest"),
  chatLike(mistralHttp, "mistral-medium-latest"),
  defineTarget({ endpoint: xai, defaultModel: "grok-5", params: (draft) => ({ ...responsesParams(draft, xai), store: false }) }),
  chatLike(openRouter, "anthropic/claude-sonnet-4.6"),
  chatLike(openRouterHttp, "anthropic/claude-sonnet-4.6"),
  defineTarget({
    endpoint: ollama,
    defaultModel: "qwen3-vl",
    params: (draft) => ({ model: draft.model, messages: ollamaMessages(draft), stream: false }),
  }),
];
