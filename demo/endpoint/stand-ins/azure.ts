import { azureOpenAI } from "vision-dropzone/endpoints";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import type { Wall } from "../wall.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";
import { openaiEnvelope, openaiWords } from "./openai-words.js";

/** OpenAI's model decides about these; Azure's own wording for its 20 MB is not documented. */
const OF_THE_MODEL: ReadonlySet<Wall["kind"]> = new Set([
  "request-bytes",
  "patches",
  "format",
  "bad-base64",
  "undecodable",
  "no-images",
  "tokens",
  "rate",
]);

function words(wall: Wall): Refusal | undefined {
  if (wall.kind === "image-count")
    return badRequest(`Exceeded maximum number of images (${wall.limit}) allowed in the request.`, { param: "input" });
  if (wall.kind === "source")
    return badRequest("'data:image/jpeg;base64,/9j/4AAQSkZJRgAB...' is not a valid absolute URI", {
      code: "invalid_payload",
    });
  return OF_THE_MODEL.has(wall.kind) ? openaiWords(wall) : undefined;
}

export const azureStandIn: StandIn = {
  name: "azure",
  routes: [
    chatRoute({
      path: /^\/openai\/deployments\/(?<model>[^/]+)\/chat\/completions$/,
      endpoint: azureOpenAI,
      labels: "ignored",
      // The deployment is in the path; the SDK writes the model into the body as well.
      read: (body) => openaiContent(body, "messages"),
      shape: chatCompletion,
    }),
  ],
  words,
  envelope: (refusal) => openaiEnvelope(refusal, "apim-request-id"),
};
