import { vertexClaude } from "vision-dropzone/endpoints";
import { badRequest } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import { anthropicContent } from "./anthropic-content.js";
import { anthropicMessage } from "./anthropic-shapes.js";
import { anthropicWords, claudeEnvelope } from "./anthropic-words.js";

/**
 * Claude's words in Claude's envelope, with a request id that names the platform. A prompt that is too long in tokens is
 * answered with 413 here, as was reported. How Google words its 30 MB is not known: Claude's own words stand in.
 */
export const vertexStandIn: StandIn = {
  name: "vertex",
  routes: [
    chatRoute({
      path: /^\/v1\/projects\/[^/]+\/locations\/[^/]+\/publishers\/anthropic\/models\/(?<model>[^/:]+):rawPredict$/,
      endpoint: vertexClaude,
      labels: "checked",
      read(body, { model = "" }) {
        const content = anthropicContent(body, ["anthropic_version", "max_tokens", "messages"]);
        return "status" in content ? content : { ...content, model };
      },
      shape: anthropicMessage,
    }),
  ],
  // There are no files here.
  words: (violation) =>
    violation.kind === "tokens"
      ? { ...badRequest("Prompt is too long"), status: 413 }
      : violation.kind === "file-missing"
        ? undefined
        : anthropicWords(violation),
  envelope: (refusal) => claudeEnvelope(refusal, "req_vrtx"),
};
