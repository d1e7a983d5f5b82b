import type { Message, MessageCreateParamsNonStreaming } from "@anthropic-ai/sdk/resources/messages/messages";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { anthropicConversation } from "./anthropic-conversation.js";
import { anthropicClient, anthropicUpload, anthropicRefusals } from "./anthropic-client.js";
import { defineTarget, describeUsage } from "./target.js";
import type { Answer } from "./target.js";

/** The text and the token count of a message. */
export function readMessage({ content, usage }: Message): Answer {
  const text = content.map((block) => (block.type === "text" ? block.text : "")).join("");
  return { text, usage: describeUsage(usage.input_tokens, usage.output_tokens) };
}

export const messagesTarget = defineTarget({
  endpoint: anthropicMessages,
  defaultModel: "claude-sonnet-5-5",
  upload: anthropicUpload,
  refusals: anthropicRefusals,
  params: (draft): MessageCreateParamsNonStreaming => ({
    model: draft.model,
    max_tokens: 1024,
    messages: anthropicConversation(draft),
  }),
  call: async (params, options) => {
    const client = await anthropicClient(options.headers);
    return readMessage(await client.messages.create(params, { signal: options.signal }));
  },
});
