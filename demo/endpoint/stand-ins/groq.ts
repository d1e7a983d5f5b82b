import { groqLimits, openaiCompatible } from "vision-dropzone/endpoints";
import { badRequest } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";
import { openaiEnvelope } from "./openai-words.js";

/**
 * "Too many images" was often reported. For a body only the status is documented: its words here are HTTP's. What Groq says of pixels,
 * types and damage is not known.
 */
function words(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
      return { status: 413, type: "invalid_request_error", message: "Request Entity Too Large" };
    case "image-count":
      return badRequest(`Too many images provided. This model supports up to ${violation.limit} images`);
    default:
      return undefined;
  }
}

export const groqStandIn: StandIn = {
  name: "groq",
  routes: [
    chatRoute({
      path: /^\/openai\/v1\/chat\/completions$/,
      endpoint: { ...openaiCompatible, ...groqLimits },
      labels: "ignored",
      read: (body) => openaiContent(body, "messages"),
      shape: chatCompletion,
    }),
  ],
  words,
  envelope: (refusal) => openaiEnvelope(refusal),
};
