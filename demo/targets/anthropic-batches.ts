import type { BatchCreateParams } from "@anthropic-ai/sdk/resources/messages/batches";
import { anthropicBatches } from "vision-dropzone/endpoints";
import { anthropicConversation } from "./anthropic-conversation.js";
import { readMessage } from "./anthropic-messages.js";
import { anthropicClient, anthropicUpload, anthropicRefusals } from "./anthropic-client.js";
import { pause, POLL_MS, POLLS } from "./polling.js";
import { defineTarget } from "./target.js";

export const batchesTarget = defineTarget({
  endpoint: anthropicBatches,
  action: "batch",
  defaultModel: "claude-sonnet-5-5",
  upload: anthropicUpload,
  refusals: anthropicRefusals,
  params: (draft): BatchCreateParams => ({
    requests: [
      {
        custom_id: "conversation-1",
        params: { model: draft.model, max_tokens: 1024, messages: anthropicConversation(draft) },
      },
    ],
  }),
  call: async (params, options) => {
    const { signal } = options;
    const client = await anthropicClient(options.headers);
    const { id } = await client.messages.batches.create(params, { signal });
    for (let poll = 0; poll < POLLS; poll += 1) {
      const batch = await client.messages.batches.retrieve(id, {}, { signal });
      if (batch.processing_status === "ended") break;
      await pause(POLL_MS, signal);
    }
    const batch = await client.messages.batches.retrieve(id, {}, { signal });
    if (batch.processing_status !== "ended") {
      return { text: `Batch ${id} was taken and is still being worked on. Ask for its results later.`, usage: "" };
    }
    for await (const { result } of await client.messages.batches.results(id, {}, { signal })) {
      if (result.type === "succeeded") return readMessage(result.message);
      if (result.type === "errored") throw new Error(result.error.error.message);
    }
    throw new Error(`Batch ${id} ended without a result.`);
  },
});
