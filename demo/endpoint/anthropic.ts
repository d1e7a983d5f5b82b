import { anthropicContent, anthropicImageTokens, takeAnthropicImages } from "./anthropic-images.js";
import { anthropicBatch, anthropicMessage } from "./anthropic-shapes.js";
import { badRequest, requestId } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import type { FileStore } from "./files-store.js";
import type { JsonRequest, Reply } from "./http-types.js";
import { isObject, listAt, objectAt, textAt } from "./json.js";
import { receipt } from "./receipt.js";
import { serverLimits } from "./rules.js";
import { applyDamage } from "./trials.js";

interface StoredBatch {
  createdAt: Date;
  requests: number;
  /** The results file: one JSON object a line. */
  results: string;
}

interface Answered {
  model: string;
  text: string;
  inputTokens: number;
}

/** `needs` differs by route: token counting has no `max_tokens`. */
async function answer(
  params: unknown,
  { bodyBytes, trials: { limits, damage } }: JsonRequest,
  needs: readonly string[],
  store: FileStore,
): Promise<Answered | Refusal> {
  if (!isObject(params)) return badRequest("Input should be a valid dictionary");
  const missing = needs.find((name) => params[name] === undefined);
  if (missing !== undefined) return badRequest(`${missing}: Field required`);
  if (params["stream"] === true) {
    return badRequest("stream: the local endpoint of this demo answers in one piece; send the request without stream");
  }
  if (listAt(params, "messages").length === 0) return badRequest("messages: at least one message is required");
  const { images, textCharacters } = anthropicContent(params);
  const taken = await takeAnthropicImages(applyDamage(images, damage), { limits, store });
  if ("status" in taken) return taken;
  const inputTokens = taken.reduce((sum, image) => sum + anthropicImageTokens(image), Math.ceil(textCharacters / 4) + 3);
  if (inputTokens > limits.maxInputTokens) {
    return badRequest(`prompt is too long: ${inputTokens} tokens > ${limits.maxInputTokens} maximum`);
  }
  return { model: textAt(params, "model") ?? "", text: receipt(taken, bodyBytes), inputTokens };
}

async function createBatch(
  request: JsonRequest,
  batches: Map<string, StoredBatch>,
  store: FileStore,
): Promise<Reply | Refusal> {
  const requests = listAt(request.body, "requests");
  if (requests.length === 0) return badRequest("requests: at least one request is required");
  const lines: string[] = [];
  for (const [index, line] of requests.entries()) {
    const customId = textAt(line, "custom_id");
    if (!customId) return badRequest(`requests.${index}.custom_id: Field required`);
    const result = await answer(objectAt(line, "params"), request, ["model", "max_tokens", "messages"], store);
    // The real API takes a batch and reports a bad image in its results; refusing at once shows the cause sooner.
    if ("status" in result) return { ...result, message: `requests.${index}.params.${result.message}` };
    const message = anthropicMessage(result.model, result.text, result.inputTokens);
    lines.push(JSON.stringify({ custom_id: customId, result: { type: "succeeded", message } }));
  }
  const id = requestId("msgbatch");
  const createdAt = new Date();
  batches.set(id, { createdAt, requests: requests.length, results: lines.join("\n") });
  const oldest = batches.keys().next().value;
  if (batches.size > serverLimits.batches && oldest !== undefined) batches.delete(oldest);
  return { status: 200, body: anthropicBatch(id, requests.length, createdAt, null) };
}

function readBatch(path: string, origin: string, batches: Map<string, StoredBatch>): Reply | Refusal {
  const [, id = "", results] = /^\/v1\/messages\/batches\/([\w-]+)(\/results)?$/.exec(path) ?? [];
  const batch = batches.get(id);
  if (!batch) return { status: 404, type: "not_found_error", message: `Message batch ${id} not found` };
  if (results) return { status: 200, body: batch.results };
  const url = `${origin}/anthropic/v1/messages/batches/${id}/results`;
  return { status: 200, body: anthropicBatch(id, batch.requests, batch.createdAt, url) };
}

/** The Anthropic routes. One call makes one server's memory of batches. */
export function createAnthropicRoutes(store: FileStore): (request: JsonRequest) => Promise<Reply | Refusal> {
  const batches = new Map<string, StoredBatch>();
  return async (request) => {
    const { method, path, body, origin } = request;
    if (method === "GET" && path.startsWith("/v1/messages/batches/")) return readBatch(path, origin, batches);
    if (method !== "POST") return { status: 405, type: "invalid_request_error", message: "Method Not Allowed" };
    switch (path) {
      case "/v1/messages": {
        const result = await answer(body, request, ["model", "max_tokens", "messages"], store);
        if ("status" in result) return result;
        return { status: 200, body: anthropicMessage(result.model, result.text, result.inputTokens) };
      }
      case "/v1/messages/count_tokens": {
        const result = await answer(body, request, ["model", "messages"], store);
        return "status" in result ? result : { status: 200, body: { input_tokens: result.inputTokens } };
      }
      case "/v1/messages/batches":
        return createBatch(request, batches, store);
      default:
        return { status: 404, type: "not_found_error", message: `No route ${path} at the local endpoint` };
    }
  };
}
