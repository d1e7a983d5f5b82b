/** Compiled, never run: our blocks are assignable to the official SDKs' types. */
import type Anthropic from "@anthropic-ai/sdk";
import type OpenAI from "openai";
import type { Endpoint } from "../../src/core/endpoint.js";
import type { anthropicBatches, anthropicMessages, anthropicTokenCounting, openaiChat, openaiResponses } from "../../src/endpoints.js";

type BlockOf<E> = E extends Endpoint<infer B> ? B : never;
type Assignable<From extends To, To> = From;

export type AnthropicMessages = Assignable<BlockOf<typeof anthropicMessages>, Anthropic.ImageBlockParam>;
export type AnthropicMessagesContent = Assignable<BlockOf<typeof anthropicMessages>, Anthropic.ContentBlockParam>;
export type AnthropicTokenCounting = Assignable<BlockOf<typeof anthropicTokenCounting>, Anthropic.ContentBlockParam>;
export type AnthropicBatches = Assignable<BlockOf<typeof anthropicBatches>, Anthropic.ContentBlockParam>;
export type OpenaiChat = Assignable<BlockOf<typeof openaiChat>, OpenAI.ChatCompletionContentPartImage>;
export type OpenaiResponses = Assignable<BlockOf<typeof openaiResponses>, OpenAI.Responses.ResponseInputImage>;

/** As an app writes them, with nothing cast. */
export function messageOf(blocks: BlockOf<typeof anthropicMessages>[]): Anthropic.MessageCreateParams {
  return { model: "m", max_tokens: 1, messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function batchOf(blocks: BlockOf<typeof anthropicBatches>[]): Anthropic.Messages.BatchCreateParams {
  return { requests: [{ custom_id: "1", params: { model: "m", max_tokens: 1, messages: [{ role: "user", content: blocks }] } }] };
}
export function chatOf(blocks: BlockOf<typeof openaiChat>[]): OpenAI.ChatCompletionCreateParams {
  return { model: "m", messages: [{ role: "user", content: [...blocks, { type: "text", text: "What is this?" }] }] };
}
export function responseOf(blocks: BlockOf<typeof openaiResponses>[]): OpenAI.Responses.ResponseCreateParams {
  return { model: "m", input: [{ role: "user", content: [...blocks, { type: "input_text", text: "What is this?" }] }] };
}
