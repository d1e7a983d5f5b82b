import type {
  ChatCompletion,
  ChatCompletionContentPart,
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions/completions";
import { openaiChat } from "vision-dropzone/endpoints";
import type { OpenaiChatImagePart } from "vision-dropzone/endpoints";
import { openaiClient, openaiRefusals } from "./openai-client.js";
import { defineTarget, describeUsage, messageBlocks } from "./target.js";
import type { Answer, Draft } from "./target.js";

function content(blocks: readonly OpenaiChatImagePart[], text: string): ChatCompletionContentPart[] {
  return text === "" ? [...blocks] : [...blocks, { type: "text", text }];
}

/** The body of Chat Completions, which others than OpenAI take as well. */
export function chatParams({
  history,
  text,
  blocks,
  model,
}: Draft<OpenaiChatImagePart>): ChatCompletionCreateParamsNonStreaming {
  const earlier = history.map((message): ChatCompletionMessageParam =>
    message.role === "assistant"
      ? { role: "assistant", content: message.text }
      : { role: "user", content: content(messageBlocks(openaiChat, message), message.text) },
  );
  return { model, messages: [...earlier, { role: "user", content: content(blocks, text) }] };
}

/** The text and the token count of a completion. */
export function readCompletion({ choices, usage }: ChatCompletion): Answer {
  return {
    text: choices[0]?.message.content ?? "",
    usage: describeUsage(usage?.prompt_tokens, usage?.completion_tokens),
  };
}

export const chatTarget = defineTarget({
  endpoint: openaiChat,
  defaultModel: "gpt-5.6-terra",
  refusals: openaiRefusals,
  params: chatParams,
  call: async (params, { headers, signal }) =>
    readCompletion(await (await openaiClient(headers)).chat.completions.create(params, { signal })),
});
