import { anthropicBatches, anthropicMessages, anthropicTokenCounting } from "vision-dropzone/endpoints";
import type { RouteRequest } from "../http-types.js";
import { listAt, objectAt, textAt } from "../json.js";
import { badRequest, localId } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { remember } from "../remember.js";
import { chatRoute, judge } from "../stand-in.js";
import type { Memory, Route, RouteAnswer, StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";
import { anthropicContent } from "./anthropic-content.js";
import { anthropicBatch, anthropicMessage } from "./anthropic-shapes.js";
import { anthropicWords, claudeEnvelope } from "./anthropic-words.js";

const MESSAGE_NEEDS = ["model", "max_tokens", "messages"];

/** The real API accepts a batch and reports a bad image in its results; refusing at once shows the cause sooner. */
async function createBatch(request: RouteRequest, { batches, store }: Memory): Promise<RouteAnswer> {
  const requests = listAt(request.body, "requests");
  if (requests.length === 0) return badRequest("requests: at least one request is required");
  const lines: string[] = [];
  for (const [index, line] of requests.entries()) {
    const customId = textAt(line, "custom_id");
    if (!customId) return badRequest(`requests.${index}.custom_id: Field required`);
    const content = anthropicContent(objectAt(line, "params"), MESSAGE_NEEDS);
    const answered =
      "status" in content
        ? content
        : await judge({ endpoint: anthropicBatches, labels: "checked", content, request, store });
    const refusal = "kind" in answered ? anthropicWords(answered) : "status" in answered ? answered : undefined;
    if (refusal) return { ...refusal, message: `requests.${index}.params.${refusal.message}` };
    if ("text" in answered) {
      lines.push(
        JSON.stringify({ custom_id: customId, result: { type: "succeeded", message: anthropicMessage(answered) } }),
      );
    }
  }
  const id = localId("msgbatch");
  const createdAt = new Date();
  const url = `${request.origin}/anthropic/v1/messages/batches/${id}/results`;
  remember(batches, id, { done: anthropicBatch(id, requests.length, createdAt, url), results: lines.join("\n") });
  return { status: 200, body: anthropicBatch(id, requests.length, createdAt, null) };
}

function readBatch({ groups: { id = "", results } }: RouteRequest, { batches }: Memory): RouteAnswer {
  const batch = batches.get(id);
  if (!batch) return { status: 404, type: "not_found_error", message: `Message batch ${id} not found` };
  return { status: 200, body: results ? batch.results : batch.done };
}

const routes: readonly Route[] = [
  chatRoute({
    path: /^\/v1\/messages$/,
    endpoint: anthropicMessages,
    labels: "checked",
    read: (body) => anthropicContent(body, MESSAGE_NEEDS),
    shape: anthropicMessage,
  }),
  chatRoute({
    path: /^\/v1\/messages\/count_tokens$/,
    endpoint: anthropicTokenCounting,
    labels: "checked",
    read: (body) => anthropicContent(body, ["model", "messages"]),
    shape: ({ inputTokens }) => ({ input_tokens: inputTokens }),
  }),
  { method: "POST", path: /^\/v1\/messages\/batches$/, endpoint: anthropicBatches, answer: createBatch },
  { method: "GET", path: /^\/v1\/messages\/batches\/(?<id>[\w-]+)(?<results>\/results)?$/, answer: readBatch },
];

/** What Claude refuses on other platforms as well, and what only this platform does: the others take no addresses. */
function words(violation: Violation): Refusal | undefined {
  if (violation.kind === "unreachable")
    return badRequest("Unable to download the file. Please verify the URL and try again.");
  // The code is the SDK's, the words are ours.
  if (violation.kind === "encoding")
    return badRequest("The request body could not be decoded.", { code: "request_body_encoding_invalid" });
  return anthropicWords(violation);
}

export const anthropicStandIn: StandIn = {
  name: "anthropic",
  routes,
  words,
  envelope: (refusal) => claudeEnvelope(refusal),
};
