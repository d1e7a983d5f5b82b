/** Through the official SDKs over real HTTP: what arrives is our figure, to the byte, and holds our blocks unchanged. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { estimateRequest } from "../../../src/core/meter/estimate.js";
import type { Endpoint } from "../../../src/core/endpoint.js";
import { anthropicBatches, anthropicMessages, anthropicTokenCounting, openaiChat, openaiResponses } from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const TEXTS = { plain: "What is this?", accents: "Où est-ce ? ñ ü ß 你好", emoji: "👩‍👩‍👧 🏳️‍🌈", escapes: 'quote " backslash \\ newline \n tab \t nul \u0000', surrogate: "half \ud83d of one" };
const SIZES = { none: [], tiny: [10], photos: [212_345, 180_001, 99_998], large: [7_864_320, 7_864_319] };

interface Wire {
  name: string;
  endpoint: Endpoint<unknown>;
  body: (blocks: readonly unknown[], text: string) => object;
  send: (body: object) => Promise<unknown>;
}

// The SDKs' parameter types are tested in test/types; here the bodies are only data on their way.
const anthropic = () => new Anthropic({ apiKey: "test", baseURL: server.baseUrl, maxRetries: 0 });
const openai = () => new OpenAI({ apiKey: "test", baseURL: `${server.baseUrl}/v1`, maxRetries: 0 });
const messages = (blocks: readonly unknown[], text: string) => [{ role: "user", content: [...blocks, { type: "text", text }] }];

const WIRES: Wire[] = [
  { name: "Messages", endpoint: anthropicMessages, body: (blocks, text) => ({ model: "m", max_tokens: 10, messages: messages(blocks, text) }), send: (body) => anthropic().messages.create(body as Anthropic.MessageCreateParamsNonStreaming) },
  { name: "Messages, streaming", endpoint: anthropicMessages, body: (blocks, text) => ({ model: "m", max_tokens: 10, messages: messages(blocks, text), stream: true }), send: (body) => anthropic().messages.create(body as Anthropic.MessageCreateParamsStreaming) },
  { name: "Token Counting", endpoint: anthropicTokenCounting, body: (blocks, text) => ({ model: "m", messages: messages(blocks, text) }), send: (body) => anthropic().messages.countTokens(body as Anthropic.MessageCountTokensParams) },
  { name: "Batches", endpoint: anthropicBatches, body: (blocks, text) => ({ requests: [{ custom_id: "1", params: { model: "m", max_tokens: 10, messages: messages(blocks, text) } }] }), send: (body) => anthropic().messages.batches.create(body as Anthropic.Messages.BatchCreateParams) },
  { name: "Chat Completions", endpoint: openaiChat, body: (blocks, text) => ({ model: "m", messages: messages(blocks, text) }), send: (body) => openai().chat.completions.create(body as OpenAI.ChatCompletionCreateParamsNonStreaming) },
  { name: "Chat Completions, streaming", endpoint: openaiChat, body: (blocks, text) => ({ model: "m", messages: messages(blocks, text), stream: true }), send: (body) => openai().chat.completions.create(body as OpenAI.ChatCompletionCreateParamsStreaming) },
  { name: "Responses", endpoint: openaiResponses, body: (blocks, text) => ({ model: "m", input: messages(blocks, text) }), send: (body) => openai().responses.create(body as OpenAI.Responses.ResponseCreateParamsNonStreaming) },
];

describe.each(WIRES)("$name", ({ endpoint, body, send }) => {
  test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])("Content-Length is the meter's figure: %s images", async (size) => {
    const images = SIZES[size].map((bytes) => preparedImage({ bytes }));
    const blocks = images.map((image) => endpoint.toBlock(image));
    for (const text of size === "tiny" ? Object.values(TEXTS) : [TEXTS.plain]) {
      const estimate = estimateRequest({ endpoint, images, request: (given) => body(given, text) });
      await send(body(blocks, text));
      const arrived = server.last();
      expect(arrived.contentLength).toBe(estimate.bytes);
      expect(arrived.receivedBytes).toBe(estimate.bytes);
      expect(arrived.transferEncoding).toBeUndefined();
      expect(arrived.body).toEqual(body(blocks, text));
      expect(estimate.exact).toBe(true);
    }
  });
});
