import { azureOpenAI } from "vision-dropzone/endpoints";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";
import { openaiEnvelope, openaiWords } from "./openai-words.js";

/** OpenAI's model decides about these; Azure's own wording for its 20 MB is not documented. */
const OF_THE_MODEL: ReadonlySet<Violation["kind"]> = new Set([
  "request-bytes",
  "patches",
  "format",
  "bad-base64",
  "undecodable",
  "no-images",
  "tokens",
  "rate",
]);

function words(violation: Violation): Refusal | undefined {
  if (violation.kind === "image-count")
    return badRequest(`Exceeded maximum number of images (${violation.limit}) allowed in the request.`, {
      param: "input",
    });
  if (violation.kind === "source")
    return badRequest("'data:image/jpeg;base64,/9j/4AAQSkZJRgAB...' is not a valid absolute URI", {
      code: "invalid_payload",
    });
  return OF_THE_MODEL.has(violation.kind) ? openaiWords(violation) : undefined;
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
