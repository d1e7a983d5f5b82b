import type {
  EasyInputMessage,
  ResponseCreateParamsNonStreaming,
  ResponseInputContent,
} from "openai/resources/responses/responses";
import type { Endpoint } from "vision-dropzone/core";
import { openaiResponses } from "vision-dropzone/endpoints";
import type { OpenaiResponsesImage } from "vision-dropzone/endpoints";
import { openaiClient, openaiUpload } from "./clients.js";
import { defineTarget, describeUsage, turnBlocks } from "./target.js";
import type { Draft } from "./target.js";

function content(blocks: readonly OpenaiResponsesImage[], text: string): ResponseInputContent[] {
  return text === "" ? [...blocks] : [...blocks, { type: "input_text", text }];
}

/** The body of Responses, which others than OpenAI take as well; images of `endpoint`'s provider go by file id. */
export function responsesParams(
  { history, text, blocks, model }: Draft<OpenaiResponsesImage>,
  endpoint: Endpoint<OpenaiResponsesImage> = openaiResponses,
): ResponseCreateParamsNonStreaming {
  const earlier = history.map((turn): EasyInputMessage =>
    turn.role === "assistant"
      ? { role: "assistant", content: turn.text }
      : { role: "user", content: content(turnBlocks(endpoint, turn), turn.text) },
  );
  return { model, input: [...earlier, { role: "user", content: content(blocks, text) }] };
}

export const responsesTarget = defineTarget({
  endpoint: openaiResponses,
  defaultModel: "gpt-5.6-terra",
  upload: openaiUpload,
  params: (draft) => responsesParams(draft),
  call: async (params, options) => {
    const client = await openaiClient(options.headers);
    const { output_text: text, usage } = await client.responses.create(params, { signal: options.signal });
    return { text, usage: describeUsage(usage?.input_tokens, usage?.output_tokens) };
  },
});
