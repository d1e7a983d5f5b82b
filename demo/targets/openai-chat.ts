import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions/completions";
import { openaiChat } from "vision-dropzone/endpoints";
import type { OpenaiChatImagePart } from "vision-dropzone/endpoints";
import { openaiClient } from "./clients.js";
import { defineTarget, describeUsage } from "./target.js";

function content(blocks: readonly OpenaiChatImagePart[], text: string): ChatCompletionContentPart[] {
  return text === "" ? [...blocks] : [...blocks, { type: "text", text }];
}

export const chatTarget = defineTarget({
  endpoint: openaiChat,
  provider: "openai",
  action: "send",
  defaultModel: "gpt-5.6-terra",
  params: ({ history, text, blocks, model }): ChatCompletionCreateParamsNonStreaming => {
    const earlier = history.map((turn): ChatCompletionMessageParam =>
      turn.role === "assistant"
        ? { role: "assistant", content: turn.text }
        : { role: "user", content: content(turn.images.map((image) => openaiChat.toBlock(image)), turn.text) },
    );
    return { model, messages: [...earlier, { role: "user", content: content(blocks, text) }] };
  },
  call: async (params, options) => {
    const client = await openaiClient(options);
    const { choices, usage } = await client.chat.completions.create(params, { signal: options.signal });
    return {
      text: choices[0]?.message.content ?? "",
      usage: describeUsage(usage?.prompt_tokens, usage?.completion_tokens),
    };
  },
});
