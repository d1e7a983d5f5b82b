import type {
  EasyInputMessage,
  Response,
  ResponseCreateParamsNonStreaming,
  ResponseInputContent,
} from "openai/resources/responses/responses";
import type { Endpoint } from "vision-dropzone/core";
import { openaiResponses } from "vision-dropzone/endpoints";
import type { OpenaiResponsesImage } from "vision-dropzone/endpoints";
import { openaiClient, openaiRefusals, openaiUpload } from "./openai-client.js";
import { defineTarget, describeUsage, messageBlocks } from "./target.js";
import type { Answer, Draft } from "./target.js";

function content(blocks: readonly OpenaiResponsesImage[], text: string): ResponseInputContent[] {
  return text === "" ? [...blocks] : [...blocks, { type: "input_text", text }];
}

/** The body of Responses, which others than OpenAI take as well; images of `endpoint`'s provider go by file id. */
export function responsesParams(
  { history, text, blocks, model }: Draft<OpenaiResponsesImage>,
  endpoint: Endpoint<OpenaiResponsesImage> = openaiResponses,
): ResponseCreateParamsNonStreaming {
  const earlier = history.map((message): EasyInputMessage =>
    message.role === "assistant"
      ? { role: "assistant", content: message.text }
      : { role: "user", content: content(messageBlocks(endpoint, message), message.text) },
  );
  return { model, input: [...earlier, { role: "user", content: content(blocks, text) }] };
}

/** The text and the token count of a response; `output_text` is the SDK's own, and a batch's results do not have it. */
export function readResponse({ output, usage }: Pick<Response, "output" | "usage">): Answer {
  const parts = output.flatMap((item) => (item.type === "message" ? item.content : []));
  const text = parts.map((part) => (part.type === "output_text" ? part.text : "")).join("");
  return { text, usage: describeUsage(usage?.input_tokens, usage?.output_tokens) };
}

export const responsesTarget = defineTarget({
  endpoint: openaiResponses,
  defaultModel: "gpt-5.6-terra",
  upload: openaiUpload,
  refusals: openaiRefusals,
  params: (draft) => responsesParams(draft),
  call: async (params, { headers, signal }) =>
    readResponse(await (await openaiClient(headers)).responses.create(params, { signal })),
});
