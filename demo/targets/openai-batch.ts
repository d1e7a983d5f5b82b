import type { BatchCreateParams } from "openai/resources/batches";
import type { ChatCompletion } from "openai/resources/chat/completions/completions";
import type { Response } from "openai/resources/responses/responses";
import { openaiBatch, openaiBatchChat } from "vision-dropzone/endpoints";
import { openaiClient, openaiRefusals, openaiUpload } from "./openai-client.js";
import { chatParams, readCompletion } from "./openai-chat.js";
import { readResponse, responsesParams } from "./openai-responses.js";
import { pause, POLL_MS, POLLS } from "./polling.js";
import { defineTarget } from "./target.js";
import type { Answer, CallOptions } from "./target.js";

interface Line<U extends BatchCreateParams["endpoint"]> {
  custom_id: string;
  method: "POST";
  url: U;
  body: object;
}

/** The result of a line, in the file of results or of errors. */
interface LineResult {
  response: { status_code: number; body: unknown };
}

/** Uploads the line as a file, submits it, waits, and returns the line's answer. */
async function runBatch(
  line: Line<BatchCreateParams["endpoint"]>,
  { headers, signal }: CallOptions,
): Promise<{ id: string; body: unknown }> {
  const client = await openaiClient(headers);
  const file = new File([JSON.stringify(line)], "batch.jsonl", { type: "application/jsonl" });
  const { id: inputFileId } = await client.files.create({ file, purpose: "batch" }, { signal });
  const { id } = await client.batches.create(
    { input_file_id: inputFileId, endpoint: line.url, completion_window: "24h" },
    { signal },
  );
  for (let poll = 0; poll < POLLS; poll += 1) {
    const { status, output_file_id: outputId, error_file_id: errorId } = await client.batches.retrieve(id, { signal });
    if (status === "completed") {
      const results = await (await client.files.content(outputId ?? errorId ?? "", { signal })).text();
      const { response } = JSON.parse(results.split("\n")[0] ?? "") as LineResult;
      if (outputId !== undefined) return { id, body: response.body };
      const { APIError } = await import("openai");
      throw APIError.generate(response.status_code, response.body as object, undefined, new Headers());
    }
    if (status === "failed" || status === "expired" || status === "cancelled")
      throw new Error(`Batch ${id} is ${status}.`);
    await pause(POLL_MS, signal);
  }
  return { id, body: undefined };
}

/** For a batch that takes longer than the page waits. */
const laterAnswer = (id: string): Answer => ({
  text: `Batch ${id} was taken and is still being worked on. Ask for its results later.`,
  usage: "",
});

export const batchTarget = defineTarget({
  endpoint: openaiBatch,
  action: "batch",
  defaultModel: "gpt-5.6-terra",
  upload: openaiUpload,
  refusals: openaiRefusals,
  params: (draft): Line<"/v1/responses"> => ({
    custom_id: "1",
    method: "POST",
    url: "/v1/responses",
    body: responsesParams(draft, openaiBatch),
  }),
  async call(line, options) {
    const { id, body } = await runBatch(line, options);
    // A batch answers each line like the route that it names.
    return body === undefined ? laterAnswer(id) : readResponse(body as Response);
  },
});

export const batchChatTarget = defineTarget({
  endpoint: openaiBatchChat,
  action: "batch",
  defaultModel: "gpt-5.6-terra",
  refusals: openaiRefusals,
  params: (draft): Line<"/v1/chat/completions"> => ({
    custom_id: "1",
    method: "POST",
    url: "/v1/chat/completions",
    body: chatParams(draft),
  }),
  async call(line, options) {
    const { id, body } = await runBatch(line, options);
    return body === undefined ? laterAnswer(id) : readCompletion(body as ChatCompletion);
  },
});
