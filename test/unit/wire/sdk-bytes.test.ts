/** Through the official SDKs over real HTTP: what arrives is our figure, to the byte, and holds our blocks unchanged. */
import Anthropic from "@anthropic-ai/sdk";
import OpenAI, { AzureOpenAI } from "openai";
import { afterAll, beforeAll } from "vitest";
import {
  anthropicBatches,
  anthropicMessages,
  anthropicTokenCounting,
  azureOpenAI,
  claudeInFoundry,
  groqLimits,
  openaiChat,
  openaiCompatible,
  openaiResponses,
  openRouterHttp,
  withDetail,
  xai,
} from "../../../src/endpoints.js";
import { checkWires, type Wire } from "./check-wire.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

// The SDKs' parameter types are tested in test/types; here the bodies are only data on their way.
const anthropic = () => new Anthropic({ apiKey: "test", baseURL: server.baseUrl, maxRetries: 0 });
// As `@anthropic-ai/foundry-sdk` does, whose client is Anthropic's with this path and another header.
const foundry = () => new Anthropic({ apiKey: "test", baseURL: `${server.baseUrl}/anthropic`, maxRetries: 0 });
const openai = () => new OpenAI({ apiKey: "test", baseURL: `${server.baseUrl}/v1`, maxRetries: 0 });
const azure = () =>
  new AzureOpenAI({ apiKey: "test", endpoint: server.baseUrl, apiVersion: "2025-04-01-preview", maxRetries: 0 });
const messages = (blocks: readonly unknown[], text: string) => [
  { role: "user", content: [...blocks, { type: "text", text }] },
];
const chat = (blocks: readonly unknown[], text: string) => ({ model: "m", messages: messages(blocks, text) });
const input = (blocks: readonly unknown[], text: string) => ({
  model: "m",
  input: [{ role: "user", content: [...blocks, { type: "input_text", text }] }],
});
const streaming =
  (body: Wire["body"]): Wire["body"] =>
  (blocks, text) => ({ ...body(blocks, text), stream: true });

const sendChat = (body: object) => openai().chat.completions.create(body as OpenAI.ChatCompletionCreateParams);
const sendResponse = (body: object) => openai().responses.create(body as OpenAI.Responses.ResponseCreateParams);
const sendAzure = (body: object) => azure().chat.completions.create(body as OpenAI.ChatCompletionCreateParams);
const sendMessage = (body: object) => anthropic().messages.create(body as Anthropic.MessageCreateParams);
const sendFoundry = (body: object) => foundry().messages.create(body as Anthropic.MessageCreateParams);
const message: Wire["body"] = (blocks, text) => ({ model: "m", max_tokens: 10, messages: messages(blocks, text) });

checkWires(
  [
    { name: "Anthropic Messages", endpoint: anthropicMessages, body: message, send: sendMessage },
    { name: "Anthropic Messages, streaming", endpoint: anthropicMessages, body: streaming(message), send: sendMessage },
    {
      name: "Anthropic Token Counting",
      endpoint: anthropicTokenCounting,
      body: chat,
      send: (body) => anthropic().messages.countTokens(body as Anthropic.MessageCountTokensParams),
    },
    {
      name: "Anthropic Batches",
      endpoint: anthropicBatches,
      body: (blocks, text) => ({ requests: [{ custom_id: "1", params: message(blocks, text) }] }),
      send: (body) => anthropic().messages.batches.create(body as Anthropic.Messages.BatchCreateParams),
    },
    { name: "Claude in Foundry", endpoint: claudeInFoundry, body: message, send: sendFoundry },
    { name: "Claude in Foundry, streaming", endpoint: claudeInFoundry, body: streaming(message), send: sendFoundry },
    { name: "An OpenAI-compatible server", endpoint: openaiCompatible, body: chat, send: sendChat },
    {
      name: "Groq by the OpenAI SDK, streaming",
      endpoint: { ...openaiCompatible, ...groqLimits },
      body: streaming(chat),
      send: sendChat,
    },
    { name: "OpenAI Chat Completions", endpoint: openaiChat, body: chat, send: sendChat },
    { name: "OpenAI Chat Completions, streaming", endpoint: openaiChat, body: streaming(chat), send: sendChat },
    { name: "OpenAI Responses", endpoint: openaiResponses, body: input, send: sendResponse },
    { name: "OpenAI Responses, streaming", endpoint: openaiResponses, body: streaming(input), send: sendResponse },
    {
      name: "OpenAI Responses with a detail",
      endpoint: withDetail(openaiResponses, "original"),
      body: input,
      send: sendResponse,
    },
    { name: "Azure OpenAI", endpoint: azureOpenAI, body: chat, send: sendAzure },
    { name: "Azure OpenAI, streaming", endpoint: azureOpenAI, body: streaming(chat), send: sendAzure },
    {
      name: "xAI by the OpenAI SDK",
      endpoint: xai,
      body: (blocks, text) => ({ ...input(blocks, text), store: false }),
      send: sendResponse,
    },
    {
      name: "xAI by the OpenAI SDK, streaming",
      endpoint: xai,
      body: streaming((blocks, text) => ({ ...input(blocks, text), store: false })),
      send: sendResponse,
    },
    { name: "OpenRouter by the OpenAI SDK", endpoint: openRouterHttp, body: chat, send: sendChat },
    {
      name: "OpenRouter by the OpenAI SDK, streaming",
      endpoint: openRouterHttp,
      body: streaming(chat),
      send: sendChat,
    },
  ],
  () => server,
);
