import { badRequest } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import type { FileStore } from "./files-store.js";
import type { JsonRequest, Reply } from "./http-types.js";
import { isObject, listAt, textAt } from "./json.js";
import { openaiContent, openaiImageTokens, takeOpenaiImages } from "./openai-images.js";
import type { ConversationKey } from "./openai-images.js";
import { chatCompletion, response } from "./openai-shapes.js";
import { receipt } from "./receipt.js";

interface Answered {
  model: string;
  text: string;
  inputTokens: number;
}

async function answer({ body, bodyBytes }: JsonRequest, key: ConversationKey, store: FileStore): Promise<Answered | Refusal> {
  if (!isObject(body)) return badRequest("Invalid type for request body: expected an object.", { code: "invalid_type" });
  const model = textAt(body, "model");
  if (!model) return badRequest("you must provide a model parameter");
  if (body["stream"] === true) {
    return badRequest("The local endpoint of this demo answers in one piece; send the request without stream.", {
      code: "unsupported_value",
      param: "stream",
    });
  }
  if (listAt(body, key).length === 0 && !textAt(body, key)) {
    return badRequest(`Missing required parameter: '${key}'.`, { code: "missing_required_parameter", param: key });
  }
  const { images, textCharacters } = openaiContent(body, key);
  const taken = await takeOpenaiImages(images, key, store);
  if ("status" in taken) return taken;
  return {
    model,
    text: receipt(taken, bodyBytes),
    inputTokens: taken.reduce((sum, image) => sum + openaiImageTokens(image), Math.ceil(textCharacters / 4) + 3),
  };
}

/** The OpenAI routes; `store` holds the files that blocks may name. */
export async function openaiRoutes(request: JsonRequest, store: FileStore): Promise<Reply | Refusal> {
  const { method, path } = request;
  const keys: Readonly<Record<string, ConversationKey>> = { "/v1/chat/completions": "messages", "/v1/responses": "input" };
  const key = keys[path];
  if (!key) {
    return { status: 404, type: "invalid_request_error", code: "unknown_url", message: `Unknown request URL: ${method} ${path}.` };
  }
  if (method !== "POST") {
    return { status: 405, type: "invalid_request_error", message: `Not allowed to ${method} on ${path}.` };
  }
  const result = await answer(request, key, store);
  if ("status" in result) return result;
  return { status: 200, body: key === "messages" ? chatCompletion(result) : response(result) };
}
