import type {
  ChatCompletionContentPart,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions/completions";
import { openaiChat } from "vision-dropzone/endpoints";
import type { OpenaiChatImagePart } from "vision-dropzone/endpoints";
import { openaiClient } from "./clients.js";
import { defineTarget, describeUsage, turnBlocks } from "./target.js";
import type { Draft } from "./target.js";

function content(blocks: readonly OpenaiChatImagePart[], text: string): ChatCompletionContentPart[] {
  return text === "" ? [...blocks] : [...blocks, { type: "text", text }];
}

/** The body of Chat Completions, which others than OpenAI take as well. */
export function chatParams({ history, text, blocks, model }: Draft<OpenaiChatImagePart>): ChatCompletionCreateParamsNonStreaming {
  const earlier = history.map((turn): ChatCompletionMessageParam =>
    turn.role === "assistant"
      ? { role: "assistant", content: turn.text }
      : { role: "user", content: content(turnBlocks(openaiChat, turn), turn.text) },
  );
  return { model, messages: [...earlier, { role: "user", content: content(blocks, text) }] };
}

export const chatTarget = defineTarget({
  endpoint: openaiChat,
  defaultModel: "gpt-5.6-terra",
  params: chatParams,
  call: async (params, options) => {
    const client = await openaiClient(options.headers);
    const { choices, usage } = await client.chat.completions.create(params, { signal: options.signal });
    return {
      text: choices[0]?.message.content ?? "",
      usage: describeUsage(usage?.prompt_tokens, usage?.completion_tokens),
    };
  },
});
