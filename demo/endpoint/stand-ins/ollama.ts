import type { ChatResponse } from "ollama";
import { ollama } from "vision-dropzone/endpoints";
import type { ImagePart, RequestContent } from "../image-part.js";
import { isObject, listAt, textAt } from "../json.js";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { Answered, StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";

function read(body: unknown): RequestContent | Refusal {
  const model = textAt(body, "model");
  if (!model) return badRequest("model is required");
  if (!isObject(body) || body["stream"] !== false)
    return badRequest("the local endpoint of this demo answers in one piece; send stream: false");
  const images: ImagePart[] = [];
  let textCharacters = 0;
  listAt(body, "messages").forEach((message, index) => {
    textCharacters += textAt(message, "content")?.length ?? 0;
    listAt(message, "images").forEach((data, at) => {
      images.push({
        kind: "base64",
        path: `messages[${index}].images[${at}]`,
        mediaType: undefined,
        data: typeof data === "string" ? data : "",
      });
    });
  });
  return { model, images, documents: [], textCharacters };
}

/** A local server has no cap for a body; its cloud was seen to answer so at about 16.8 MB. The base64 words are Go's own. */
function words(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
      return badRequest("failed to read request body");
    case "bad-base64":
      return badRequest(`illegal base64 data at input byte ${violation.at}`);
    case "no-images":
      return { status: 500, type: "server_error", message: "this model is missing data required for image input" };
    case "source":
      return badRequest("invalid image input");
    default:
      return undefined;
  }
}

/** Over the wire the time is text. No tokens: they differ by model, and no rule is published. */
function shape({
  model,
  text,
}: Answered): Pick<ChatResponse, "model" | "message" | "done" | "done_reason"> & { created_at: string } {
  return {
    model,
    created_at: new Date().toISOString(),
    message: { role: "assistant", content: text },
    done: true,
    done_reason: "stop",
  };
}

export const ollamaStandIn: StandIn = {
  name: "ollama",
  routes: [chatRoute({ path: /^\/api\/chat$/, endpoint: ollama, labels: "ignored", read, shape })],
  words,
  envelope: ({ status, message }) => ({ status, body: { error: message } }),
};
