import { openRouterHttp } from "vision-dropzone/endpoints";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";
import { claudeImageWords, claudeEnvelope } from "./anthropic-words.js";
import { openaiContent } from "./openai-content.js";
import { chatCompletion } from "./openai-shapes.js";

/** `metadata.error_type` of the SDK's `ApiErrorType`; the words beside it are ours. */
const TYPED: Partial<Record<Violation["kind"], readonly [status: number, type: string, words: string]>> = {
  "request-bytes": [413, "payload_too_large", "Payload too large"],
  "image-bytes": [400, "image_too_large", "Image too large"],
  format: [400, "unsupported_image_format", "Unsupported image format"],
  "bad-base64": [400, "invalid_image", "Invalid image"],
  undecodable: [400, "invalid_image", "Invalid image"],
  small: [400, "image_too_small", "Image too small"],
  "no-images": [404, "not_found", "No endpoints found that support image input"],
  tokens: [400, "context_length_exceeded", "Context length exceeded"],
  overloaded: [503, "provider_overloaded", "Provider overloaded"],
  rate: [429, "rate_limit_exceeded", "Rate limit exceeded"],
};

/** `type` of a refusal by the provider behind it, whose own answer is in `message`. */
const UPSTREAM = "upstream";

/** What OpenRouter has no type for is refused by the provider behind it: Claude here, since its limits are the strictest. */
function words(violation: Violation): Refusal | undefined {
  const typed = TYPED[violation.kind];
  if (typed) return { status: typed[0], type: typed[1], message: typed[2] };
  const path = "path" in violation ? violation.path.replaceAll(/\[(\d+)\]/g, ".$1") : "";
  const refusal = claudeImageWords(
    "path" in violation ? { ...violation, path: `${path}.image.source.base64` } : violation,
  );
  return refusal && { ...refusal, type: UPSTREAM, message: JSON.stringify(claudeEnvelope(refusal).body) };
}

export const openRouterStandIn: StandIn = {
  name: "openrouter",
  routes: [
    chatRoute({
      path: /^\/api\/v1\/chat\/completions$/,
      endpoint: openRouterHttp,
      labels: "ignored",
      read: (body) => openaiContent(body, "messages"),
      shape: (answered) => ({ ...chatCompletion(answered), system_fingerprint: null }),
    }),
  ],
  words,
  envelope({ status, type, message }) {
    const error =
      type === UPSTREAM
        ? { code: status, message: "Provider returned error", metadata: { provider_name: "Anthropic", raw: message } }
        : { code: status, message, metadata: { error_type: type } };
    return { status, body: { error } };
  },
};
