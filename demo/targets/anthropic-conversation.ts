import type { ContentBlockParam, MessageParam } from "@anthropic-ai/sdk/resources/messages/messages";
import { anthropicMessages } from "vision-dropzone/endpoints";
import type { AnthropicImageBlock } from "vision-dropzone/endpoints";
import type { Draft } from "./target.js";

/** Images before text: Anthropic's own advice for the best results. An empty text block would be refused. */
function content(blocks: readonly AnthropicImageBlock[], text: string): ContentBlockParam[] {
  return text === "" ? [...blocks] : [...blocks, { type: "text", text }];
}

/** The conversation so far and the message being written, which all three Anthropic endpoints take alike. */
export function anthropicConversation({ history, text, blocks }: Draft<AnthropicImageBlock>): MessageParam[] {
  const earlier = history.map((turn): MessageParam =>
    turn.role === "assistant"
      ? { role: "assistant", content: turn.text }
      : { role: "user", content: content(turn.images.map((image) => anthropicMessages.toBlock(image)), turn.text) },
  );
  return [...earlier, { role: "user", content: content(blocks, text) }];
}
