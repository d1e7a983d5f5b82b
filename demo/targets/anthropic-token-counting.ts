import type { MessageCountTokensParams } from "@anthropic-ai/sdk/resources/messages/messages";
import { anthropicTokenCounting } from "vision-dropzone/endpoints";
import { anthropicConversation } from "./anthropic-conversation.js";
import { anthropicClient, anthropicUpload, anthropicRefusals } from "./anthropic-client.js";
import { defineTarget } from "./target.js";

export const tokenCountingTarget = defineTarget({
  endpoint: anthropicTokenCounting,
  action: "count",
  defaultModel: "claude-sonnet-5-5",
  upload: anthropicUpload,
  refusals: anthropicRefusals,
  params: (draft): MessageCountTokensParams => ({ model: draft.model, messages: anthropicConversation(draft) }),
  call: async (params, options) => {
    const client = await anthropicClient(options.headers);
    const { input_tokens: tokens } = await client.messages.countTokens(params, { signal: options.signal });
    return {
      text: `This request would cost ${tokens.toLocaleString("en-US")} input tokens. Nothing was sent to a model.`,
      usage: "",
    };
  },
});
