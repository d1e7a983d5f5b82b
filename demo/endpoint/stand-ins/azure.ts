import { azureOpenAI } from "vision-dropzone/endpoints";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import type { Wall } from "../wall.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";
import { openaiEnvelope, openaiWords } from "./openai-words.js";

/** The model decides on these, and it is OpenAI's; how Azure itself speaks of its 20 MB nobody has written down. */
const OF_THE_MODEL: ReadonlySet<Wall["kind"]> = new Set(["request-bytes", "patches", "format", "bad-base64", "undecodable", "tokens", "rate"]);

export const azureStandIn: StandIn = {
  name: "azure",
  routes: [
    chatRoute({
      path: /^\/openai\/deployments\/(?<model>[^/]+)\/chat\/completions$/,
      endpoint: azureOpenAI,
      labels: "ignored",
      // The deployment stands in the path; the SDK writes the model into the body as well.
      read: (body) => openaiContent(body, "messages"),
      shape: chatCompletion,
    }),
  ],
  words: (wall) => (OF_THE_MODEL.has(wall.kind) ? openaiWords(wall) : undefined),
  envelope: (refusal) => openaiEnvelope(refusal, "apim-request-id"),
};
