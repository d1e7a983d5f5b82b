import { mistralHttp } from "vision-dropzone/endpoints";
import { badRequest, localId } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";

/**
 * The refusals of a format, with its code 3310, and of a ninth image were reported. What Mistral says of 10 MB is not known, and
 * it publishes no cap for the body. The SDK and plain HTTP write the same body, so one route serves both.
 */
export const mistralStandIn: StandIn = {
  name: "mistral",
  routes: [
    chatRoute({
      path: /^\/v1\/chat\/completions$/,
      endpoint: mistralHttp,
      labels: "ignored",
      read: (body) => openaiContent(body, "messages"),
      shape: chatCompletion,
    }),
  ],
  words(violation) {
    if (violation.kind === "image-count") return badRequest(`Too many images in request. Max is ${violation.limit}.`);
    return violation.kind === "format"
      ? {
          status: 400,
          type: "invalid_request_error",
          code: "3310",
          message: `Image ${violation.path} has an invalid format.Allowed formats are JPEG,PNG,WEBP,GIF.`,
        }
      : undefined;
  },
  envelope: ({ status, type, message, code }) => ({
    status,
    body: { object: "error", message, type, param: null, code: code ?? null },
    headers: { "x-request-id": localId("req") },
  }),
};
