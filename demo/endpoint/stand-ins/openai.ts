import { openaiChat, openaiResponses } from "vision-dropzone/endpoints";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import { openaiBatchRoutes } from "./openai-batch.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion, response } from "./openai-shapes.js";
import { openaiEnvelope, openaiWords } from "./openai-words.js";

export const openaiStandIn: StandIn = {
  name: "openai",
  routes: [
    chatRoute({
      path: /^\/v1\/chat\/completions$/,
      endpoint: openaiChat,
      labels: "ignored",
      read: (body) => openaiContent(body, "messages"),
      shape: chatCompletion,
    }),
    chatRoute({
      path: /^\/v1\/responses$/,
      endpoint: openaiResponses,
      labels: "ignored",
      read: (body) => openaiContent(body, "input"),
      shape: response,
    }),
    ...openaiBatchRoutes,
  ],
  words: openaiWords,
  envelope: (refusal) => openaiEnvelope(refusal),
};
