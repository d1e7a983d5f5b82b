import type { Batch } from "openai/resources/batches";
import { openaiChat, openaiResponses } from "vision-dropzone/endpoints";
import type { RouteRequest } from "../http-types.js";
import { objectAt, textAt } from "../json.js";
import { badRequest, localId } from "../refusal.js";
import { remember } from "../remember.js";
import { judge, replyOf } from "../stand-in.js";
import type { Answered, Memory, Route, RouteAnswer } from "../stand-in.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion, response } from "./openai-shapes.js";
import { openaiEnvelope, openaiWords } from "./openai-words.js";

/** What a line of a batch may request; each line must meet the caps of the route it names. */
const LINES = {
  "/v1/chat/completions": {
    endpoint: openaiChat,
    key: "messages",
    shape: (answered: Answered): unknown => chatCompletion(answered),
  },
  "/v1/responses": {
    endpoint: openaiResponses,
    key: "input",
    shape: (answered: Answered): unknown => response(answered),
  },
} as const;

type LineUrl = keyof typeof LINES;
const isLineUrl = (url: string | undefined): url is LineUrl => url !== undefined && Object.hasOwn(LINES, url);

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface LineResult {
  failed: boolean;
  text: string;
}

async function answerLine(
  text: string,
  url: LineUrl,
  fileBytes: number,
  request: RouteRequest,
  { store }: Memory,
): Promise<LineResult> {
  const { endpoint, key, shape } = LINES[url];
  const line = parseLine(text);
  const content =
    textAt(line, "url") === url
      ? openaiContent(objectAt(line, "body"), key)
      : badRequest(`The line's url must be '${url}'.`, { param: "url" });
  const sent = { bodyBytes: fileBytes, trials: request.trials };
  const answered =
    "status" in content
      ? content
      : await judge({ endpoint, labels: "ignored", content, request: sent, store, what: "batch file" });
  const isAnswer = "text" in answered;
  const reply = isAnswer
    ? { status: 200, body: shape(answered) }
    : replyOf({ words: openaiWords, envelope: openaiEnvelope }, answered);
  const told = { status_code: reply.status, request_id: localId("req"), body: reply.body };
  return {
    failed: !isAnswer,
    text: JSON.stringify({
      id: localId("batch_req"),
      custom_id: textAt(line, "custom_id") ?? "",
      response: told,
      error: null,
    }),
  };
}

/** A file of results, which the Files routes return; `undefined` if there are none of the kind. */
function keep({ store }: Memory, lines: readonly LineResult[], name: string): string | undefined {
  if (lines.length === 0) return undefined;
  const id = localId("file");
  const blob = new Blob([lines.map(({ text }) => text).join("\n")]);
  store.add({
    id,
    provider: "openai",
    name,
    mediaType: "application/jsonl",
    blob,
    purpose: "batch_output",
    createdAt: new Date(),
    expiresAt: undefined,
  });
  return id;
}

async function createBatch(request: RouteRequest, memory: Memory): Promise<RouteAnswer> {
  const inputFileId = textAt(request.body, "input_file_id") ?? "";
  const url = textAt(request.body, "endpoint");
  if (!isLineUrl(url))
    return badRequest(`'${url}' is not one of ${JSON.stringify(Object.keys(LINES))}.`, {
      code: "invalid_value",
      param: "endpoint",
    });
  const file = memory.store.find("openai", inputFileId);
  if (file?.purpose !== "batch")
    return badRequest(`Invalid 'input_file_id': no batch file '${inputFileId}'.`, { param: "input_file_id" });
  const lines = (await file.blob.text()).split("\n").filter((line) => line.trim() !== "");
  const answered: LineResult[] = [];
  for (const line of lines) answered.push(await answerLine(line, url, file.blob.size, request, memory));
  const refused = answered.filter(({ failed }) => failed);
  const outputId = keep(
    memory,
    answered.filter(({ failed }) => !failed),
    "output.jsonl",
  );
  const errorId = keep(memory, refused, "errors.jsonl");
  const now = seconds(new Date());
  const done: Batch = {
    id: localId("batch"),
    object: "batch",
    endpoint: url,
    input_file_id: inputFileId,
    completion_window: "24h",
    status: "completed",
    created_at: now,
    completed_at: now,
    request_counts: { total: lines.length, completed: lines.length - refused.length, failed: refused.length },
    ...(outputId !== undefined && { output_file_id: outputId }),
    ...(errorId !== undefined && { error_file_id: errorId }),
  };
  remember(memory.batches, done.id, { done, results: "" });
  return {
    status: 200,
    body: {
      ...done,
      status: "in_progress",
      output_file_id: undefined,
      error_file_id: undefined,
      completed_at: undefined,
    },
  };
}

function readBatch({ groups: { id = "" } }: RouteRequest, { batches }: Memory): RouteAnswer {
  const batch = batches.get(id);
  if (!batch)
    return { status: 404, type: "invalid_request_error", message: `No batch found with id '${id}'.`, param: "id" };
  return { status: 200, body: batch.done };
}

/** The file itself goes through the Files routes, which check its size. */
export const openaiBatchRoutes: readonly Route[] = [
  { method: "POST", path: /^\/v1\/batches$/, answer: createBatch },
  { method: "GET", path: /^\/v1\/batches\/(?<id>[\w-]+)$/, answer: readBatch },
];
