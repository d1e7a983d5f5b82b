import type { ChatCompletion } from "openai/resources/chat/completions/completions";
import type { Response } from "openai/resources/responses/responses";
import { localId } from "../refusal.js";
import type { Answered } from "../stand-in.js";

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** A complete, unstreamed Chat Completions answer, typed by the SDK. */
export function chatCompletion({ model, text, inputTokens, outputTokens }: Answered): ChatCompletion {
  return {
    id: localId("chatcmpl"),
    object: "chat.completion",
    created: nowSeconds(),
    model,
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        logprobs: null,
        message: { role: "assistant", content: text, refusal: null },
      },
    ],
    usage: {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    },
  };
}

/** A complete, unstreamed Responses answer. `output_text` is added by the SDK and not sent. */
export function response({
  model,
  text,
  inputTokens,
  outputTokens,
}: Answered): Omit<Response, "output_text" | "access_programs"> {
  return {
    id: localId("resp"),
    object: "response",
    created_at: nowSeconds(),
    status: "completed",
    model,
    output: [
      {
        id: localId("msg"),
        type: "message",
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text, annotations: [] }],
      },
    ],
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: null,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: "auto",
    tools: [],
    top_p: 1,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  };
}
