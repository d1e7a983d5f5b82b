import type { Message } from "@anthropic-ai/sdk/resources/messages/messages";
import { vertexClaude } from "vision-dropzone/endpoints";
import { claudeRefusals } from "./anthropic-client.js";
import { anthropicConversation } from "./anthropic-conversation.js";
import { readMessage } from "./anthropic-messages.js";
import { baseUrl, postJson } from "./clients.js";
import { defineTarget } from "./target.js";

/** By `fetch`: Google's SDK gets its credentials in ways that no browser has. */
export const vertexTarget = defineTarget({
  endpoint: vertexClaude,
  defaultModel: "claude-sonnet-4-6",
  refusals: claudeRefusals,
  params: (draft) => ({
    anthropic_version: "2026-10-21",
    max_tokens: 1024,
    messages: anthropicConversation(draft, vertexClaude),
  }),
  async call(body, { model, ...options }) {
    const url = `${baseUrl("vertex")}/v1/projects/demo/locations/global/publishers/anthropic/models/${encodeURIComponent(model)}:rawPredict`;
    return readMessage((await postJson(url, body, options)) as Message);
  },
});
