import type {
  EasyInputMessage,
  ResponseCreateParamsNonStreaming,
  ResponseInputContent,
} from "openai/resources/responses/responses";
import { openaiResponses } from "vision-dropzone/endpoints";
import type { OpenaiResponsesImage } from "vision-dropzone/endpoints";
import { openaiClient } from "./clients.js";
import { defineTarget, describeUsage } from "./target.js";

function content(blocks: readonly OpenaiResponsesImage[], text: string): ResponseInputContent[] {
  return text === "" ? [...blocks] : [...blocks, { type: "input_text", text }];
}

export const responsesTarget = defineTarget({
  endpoint: openaiResponses,
  provider: "openai",
  action: "send",
  defaultModel: "gpt-5.6-terra",
  params: ({ history, text, blocks, model }): ResponseCreateParamsNonStreaming => {
    const earlier = history.map((turn): EasyInputMessage =>
      turn.role === "assistant"
        ? { role: "assistant", content: turn.text }
        : { role: "user", content: content(turn.images.map((image) => openaiResponses.toBlock(image)), turn.text) },
    );
    return { model, input: [...earlier, { role: "user", content: content(blocks, text) }] };
  },
  call: async (params, options) => {
    const client = await openaiClient(options);
    const { output_text: text, usage } = await client.responses.create(params, { signal: options.signal });
    return { text, usage: describeUsage(usage?.input_tokens, usage?.output_tokens) };
  },
});
