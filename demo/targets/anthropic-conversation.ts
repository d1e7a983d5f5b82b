import type { ContentBlockParam, MessageParam } from "@anthropic-ai/sdk/resources/messages/messages";
import type { Endpoint } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import type { AnthropicImageBlock } from "vision-dropzone/endpoints";
import { messageBlocks } from "./target.js";
import type { Draft } from "./target.js";

/** Images before text: Anthropic's own advice for the best results. An empty text block would be refused. */
function content(blocks: readonly AnthropicImageBlock[], text: string): ContentBlockParam[] {
  return text === "" ? [...blocks] : [...blocks, { type: "text", text }];
}

/** The conversation so far and the message being written, which all of Claude's endpoints take alike. */
export function anthropicConversation(
  { history, text, blocks }: Draft<AnthropicImageBlock>,
  endpoint: Endpoint<AnthropicImageBlock> = anthropicMessages,
): MessageParam[] {
  const earlier = history.map((message): MessageParam =>
    message.role === "assistant"
      ? { role: "assistant", content: message.text }
      : { role: "user", content: content(messageBlocks(endpoint, message), message.text) },
  );
  return [...earlier, { role: "user", content: content(blocks, text) }];
}
