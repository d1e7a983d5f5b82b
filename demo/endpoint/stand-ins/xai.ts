import { xai } from "vision-dropzone/endpoints";
import { localId } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import { openaiContent } from "./openai-content.js";
import { response } from "./openai-shapes.js";

/**
 * OpenAI's shapes, and an envelope of its own: `{ code, error }`, the code in words. Only "length limit exceeded" was ever
 * reported for a body; what it says of one image, of its type or of damage is not known.
 */
export const xaiStandIn: StandIn = {
  name: "xai",
  routes: [
    chatRoute({
      path: /^\/v1\/responses$/,
      endpoint: xai,
      labels: "ignored",
      read: (body) => openaiContent(body, "input"),
      shape: response,
    }),
  ],
  words: (violation) =>
    violation.kind === "request-bytes"
      ? { status: 413, type: "Payload Too Large", message: "Failed to read request body: length limit exceeded" }
      : undefined,
  envelope: ({ status, type, message }) => ({
    status,
    body: { code: type.includes(" ") ? type : "Client specified an invalid argument", error: message },
    headers: { "x-request-id": localId("req") },
  }),
};
