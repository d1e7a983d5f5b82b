import type { Message } from "@anthropic-ai/sdk/resources/messages/messages";
import type { MessageBatch } from "@anthropic-ai/sdk/resources/messages/batches";
import { localId } from "../refusal.js";
import type { Answered } from "../stand-in.js";

const DAY_MS = 86_400_000;

/** A complete, unstreamed answer, typed by the SDK so that a new version shows what is missing. */
export function anthropicMessage({ model, text, inputTokens, outputTokens }: Answered): Message {
  return {
    id: localId("msg"),
    type: "message",
    role: "assistant",
    model,
    content: [{ type: "text", text, citations: null }],
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: {
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      cache_creation: null,
      cache_creation_input_tokens: null,
      cache_read_input_tokens: null,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: "standard",
      speed: null,
    },
  };
}

/** A batch that was just accepted, or, with `resultsUrl`, one that is done. */
export function anthropicBatch(id: string, requests: number, createdAt: Date, resultsUrl: string | null): MessageBatch {
  const done = resultsUrl !== null;
  return {
    id,
    type: "message_batch",
    processing_status: done ? "ended" : "in_progress",
    request_counts: {
      processing: done ? 0 : requests,
      succeeded: done ? requests : 0,
      errored: 0,
      canceled: 0,
      expired: 0,
    },
    created_at: createdAt.toISOString(),
    expires_at: new Date(createdAt.getTime() + DAY_MS).toISOString(),
    ended_at: done ? new Date().toISOString() : null,
    archived_at: null,
    cancel_initiated_at: null,
    results_url: resultsUrl,
  };
}
