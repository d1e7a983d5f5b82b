import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions/completions";
import type { Endpoint } from "vision-dropzone/core";
import { openRouter, openRouterHttp } from "vision-dropzone/endpoints";
import { claudeRefusals } from "./anthropic-client.js";
import { baseUrl, NO_KEY } from "./clients.js";
import { readCompletion } from "./openai-chat.js";
import { openaiClient } from "./openai-client.js";
import { defineTarget, describeUsage } from "./target.js";
import type { Draft, Target } from "./target.js";
import { chatMessages, typedText } from "./chat-messages.js";

const shared = {
  defaultModel: "anthropic/claude-sonnet-4.6",
  refusals: [...claudeRefusals, "image-too-small", "images-unsupported"],
} satisfies Pick<Target, "defaultModel" | "refusals">;

/** The two forms of a part have one body around them: the SDK renames inside the part. */
const params = <B>(draft: Draft<B>, endpoint: Endpoint<B>) => ({
  model: draft.model,
  stream: false as const,
  messages: chatMessages(draft, { endpoint, textPart: typedText }),
});

const API = "/api/v1";

export const openRouterTarget = defineTarget({
  ...shared,
  endpoint: openRouter,
  params: (draft) => params(draft, openRouter),
  async call(body, { headers, signal }) {
    const { OpenRouter } = await import("@openrouter/sdk");
    const client = new OpenRouter({
      apiKey: NO_KEY,
      serverURL: baseUrl("openrouter") + API,
      retryConfig: { strategy: "none" },
    });
    const result = await client.chat.send({ chatRequest: body }, { headers: { ...headers }, signal });
    // Only a request for a stream is answered with one.
    if (!("choices" in result)) return { text: "", usage: "" };
    const { choices, usage } = result;
    const content: unknown = choices[0]?.message.content;
    return {
      text: typeof content === "string" ? content : "",
      usage: describeUsage(usage?.promptTokens, usage?.completionTokens),
    };
  },
});

/** With the OpenAI SDK, which sends the body unchanged. */
export const openRouterHttpTarget = defineTarget({
  ...shared,
  endpoint: openRouterHttp,
  params: (draft) => params(draft, openRouterHttp),
  async call(body, { headers, signal }) {
    const client = await openaiClient(headers, "openrouter", API);
    return readCompletion(
      await client.chat.completions.create(body as ChatCompletionCreateParamsNonStreaming, { signal }),
    );
  },
});
