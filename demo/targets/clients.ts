/** The official SDKs, loaded when the first request is sent: the page is there before they are. */
import type { CallOptions } from "./target.js";

/** Understood by the demo's local endpoint only. */
const CAP_HEADER = "x-demo-max-request-bytes";

function clientOptions(capBytes: number | undefined) {
  return {
    // The server adds the real key, if it has one; the page holds none.
    apiKey: "none",
    dangerouslyAllowBrowser: true,
    // A refusal is shown at once instead of being tried three times.
    maxRetries: 0,
    defaultHeaders: capBytes === undefined ? {} : { [CAP_HEADER]: String(capBytes) },
  };
}

export async function anthropicClient({ capBytes }: CallOptions) {
  const { Anthropic } = await import("@anthropic-ai/sdk");
  return new Anthropic({ ...clientOptions(capBytes), baseURL: `${location.origin}/anthropic` });
}

export async function openaiClient({ capBytes }: CallOptions) {
  const { OpenAI } = await import("openai");
  return new OpenAI({ ...clientOptions(capBytes), baseURL: `${location.origin}/openai/v1` });
}
