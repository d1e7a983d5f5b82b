import type { ChatCompletionRequest } from "@mistralai/mistralai/models/components";
import type { ChatCompletion } from "openai/resources/chat/completions/completions";
import type { Endpoint } from "vision-dropzone/core";
import { mistral, mistralHttp } from "vision-dropzone/endpoints";
import { baseUrl, NO_KEY, postJson } from "./clients.js";
import { readCompletion } from "./openai-chat.js";
import { defineTarget, describeUsage } from "./target.js";
import type { Draft } from "./target.js";
import { chatMessages, typedText } from "./chat-messages.js";

const shared = {
  defaultModel: "mistral-medium-latest",
  refusals: ["request-too-large", "too-many-images", "media-type-mismatch"],
} as const;

/** The two forms of a chunk have one body around them: the SDK renames inside the chunk. */
const params = <B>(draft: Draft<B>, endpoint: Endpoint<B>) => ({
  model: draft.model,
  stream: false as const,
  messages: chatMessages(draft, { endpoint, textPart: typedText }),
});

export const mistralTarget = defineTarget({
  ...shared,
  endpoint: mistral,
  params: (draft) => params(draft, mistral),
  async call({ model, messages }, { headers, signal }) {
    const { Mistral } = await import("@mistralai/mistralai");
    const client = new Mistral({ apiKey: NO_KEY, serverURL: baseUrl("mistral"), retryConfig: { strategy: "none" } });
    // `stream` is what the SDK adds by itself.
    const request: ChatCompletionRequest = { model, messages };
    const { choices, usage } = await client.chat.complete(request, { headers: { ...headers }, signal });
    const content = choices?.[0]?.message?.content;
    return {
      text: typeof content === "string" ? content : "",
      usage: describeUsage(usage.promptTokens, usage.completionTokens),
    };
  },
});

export const mistralHttpTarget = defineTarget({
  ...shared,
  endpoint: mistralHttp,
  params: (draft) => params(draft, mistralHttp),
  async call(body, options) {
    // Mistral's answer has the shape of OpenAI's.
    return readCompletion(
      (await postJson(`${baseUrl("mistral")}/v1/chat/completions`, body, options)) as ChatCompletion,
    );
  },
});
