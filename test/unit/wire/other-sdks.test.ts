/** The same for the SDKs that rewrite what they are given: the meter counts what they write, not what they took. */
import { GoogleGenAI, type GenerateContentParameters } from "@google/genai";
import { Mistral } from "@mistralai/mistralai";
import { OpenRouter } from "@openrouter/sdk";
import { Ollama, type ChatRequest } from "ollama";
import { Ollama as BrowserOllama } from "ollama/browser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import {
  gemini,
  geminiInteractions,
  mistral,
  mistralHttp,
  ollama,
  openRouter,
  openRouterHttp,
  vertexGemini,
} from "../../../src/endpoints.js";
import { checkWires, type Wire } from "./check-wire.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const measured = (endpoint: Endpoint<unknown>, body: object): number =>
  estimateRequest({ endpoint, images: [], request: () => body }).bytes;

const MODEL = "gemini-test";
const google = () => new GoogleGenAI({ apiKey: "test", httpOptions: { baseUrl: server.baseUrl } });
// An API key in the place of a login; both go into headers.
const vertex = () => new GoogleGenAI({ vertexai: true, apiKey: "test", httpOptions: { baseUrl: server.baseUrl } });
const mistralClient = () => new Mistral({ apiKey: "test", serverURL: server.baseUrl });
const openRouterClient = () => new OpenRouter({ apiKey: "test", serverURL: server.baseUrl });

// The model goes into the URL.
const contents: Wire["body"] = (blocks, text) => ({ contents: [{ role: "user", parts: [...blocks, { text }] }] });
const chat =
  (stream: boolean): Wire["body"] =>
  (blocks, text) => ({
    model: "m",
    messages: [{ role: "user", content: [...blocks, { type: "text", text }] }],
    stream,
  });
const images =
  (stream: boolean): Wire["body"] =>
  (blocks, text) => ({ model: "m", messages: [{ role: "user", content: text, images: blocks }], stream });

const toGemini = (body: object) => ({ model: MODEL, ...body }) as GenerateContentParameters;
/** As the API has it, in a step of its own; the endpoint's default body is the shorter form of one message. */
const input: Wire["body"] = (blocks, text) => ({
  model: MODEL,
  input: [{ type: "user_input", content: [...blocks, { type: "text", text }] }],
});
const streamed =
  (body: Wire["body"]): Wire["body"] =>
  (blocks, text) => ({ ...body(blocks, text), stream: true });
type InteractionRequest = Parameters<GoogleGenAI["interactions"]["create"]>[0];
type MistralRequest = Parameters<Mistral["chat"]["complete"]>[0] & Parameters<Mistral["chat"]["stream"]>[0];
type OpenRouterRequest = Parameters<OpenRouter["chat"]["send"]>[0]["chatRequest"];
const withoutStream = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== "stream"));

checkWires(
  [
    {
      name: "Gemini",
      endpoint: gemini,
      body: contents,
      send: (body) => google().models.generateContent(toGemini(body)),
    },
    {
      name: "Gemini, streaming",
      endpoint: gemini,
      body: contents,
      send: (body) => google().models.generateContentStream(toGemini(body)),
    },
    {
      name: "Gemini on Vertex",
      endpoint: vertexGemini,
      body: contents,
      send: (body) => vertex().models.generateContent(toGemini(body)),
    },
    {
      name: "Gemini on Vertex, streaming",
      endpoint: vertexGemini,
      body: contents,
      send: (body) => vertex().models.generateContentStream(toGemini(body)),
    },
    {
      name: "Gemini Interactions",
      endpoint: geminiInteractions,
      body: input,
      send: (body) => google().interactions.create(body as InteractionRequest),
    },
    {
      name: "Gemini Interactions, streaming",
      endpoint: geminiInteractions,
      body: streamed(input),
      send: (body) => google().interactions.create(body as InteractionRequest),
    },
    // `stream` is what the SDK itself adds: the app leaves it out of the call, and into `request`.
    {
      name: "Mistral",
      endpoint: mistral,
      onWire: mistralHttp,
      body: chat(false),
      send: (body) => mistralClient().chat.complete(withoutStream(body) as MistralRequest),
    },
    {
      name: "Mistral, streaming",
      endpoint: mistral,
      onWire: mistralHttp,
      body: chat(true),
      send: (body) => mistralClient().chat.stream(withoutStream(body) as MistralRequest),
    },
    {
      name: "OpenRouter",
      endpoint: openRouter,
      onWire: openRouterHttp,
      body: chat(false),
      send: (body) => openRouterClient().chat.send({ chatRequest: withoutStream(body) as OpenRouterRequest }),
    },
    {
      name: "OpenRouter, streaming",
      endpoint: openRouter,
      onWire: openRouterHttp,
      body: chat(true),
      send: (body) => openRouterClient().chat.send({ chatRequest: body as OpenRouterRequest }),
    },
    {
      name: "Ollama",
      endpoint: ollama,
      body: images(false),
      send: (body) =>
        new Ollama({ host: server.baseUrl }).chat(withoutStream(body) as ChatRequest & { stream?: false }),
    },
    {
      name: "Ollama, streaming",
      endpoint: ollama,
      body: images(true),
      send: (body) => new Ollama({ host: server.baseUrl }).chat(body as ChatRequest & { stream: true }),
    },
    {
      name: "Ollama in a browser",
      endpoint: ollama,
      body: images(false),
      send: (body) =>
        new BrowserOllama({ host: server.baseUrl }).chat(withoutStream(body) as ChatRequest & { stream?: false }),
    },
  ],
  () => server,
);

// Whatever an earlier answer looks like: of text, of parts, with a prefix of its own.
test("Mistral: the meter counts the `prefix` that its SDK writes into each message of the assistant", async () => {
  const call = { id: "1", type: "function", function: { name: "f", arguments: { role: "assistant" } } };
  const turns = [
    { content: "Yes." },
    { content: [{ type: "text", text: "No." }] },
    { content: "On", prefix: true },
    { content: "Off", prefix: false },
    { content: "Left out", prefix: undefined },
  ];
  const messages = [
    { role: "user", content: "Is it?" },
    ...turns.map((turn) => ({ role: "assistant", ...turn })),
    { role: "user", content: "And now?" },
  ];
  await mistralClient().chat.complete({ model: "m", messages } as MistralRequest);
  expect(server.last().contentLength).toBe(measured(mistral, { model: "m", messages, stream: false }));
  // Over HTTP nothing is added.
  expect(measured(mistralHttp, { messages })).toBe(JSON.stringify({ messages }).length);
  expect(measured(mistral, { call })).toBe(JSON.stringify({ call }).length);
});

test("Gemini: a `config` of nothing but a signal adds the 22 bytes that its endpoint speaks of", async () => {
  const body = { contents: [{ role: "user", parts: [{ text: "What?" }] }] };
  await google().models.generateContent({
    model: MODEL,
    ...body,
    config: { abortSignal: new AbortController().signal },
  });
  expect(server.last().body).toEqual({ ...body, generationConfig: {} });
  expect(server.last().contentLength).toBe(measured(gemini, { ...body, generationConfig: {} }));
  expect(server.last().contentLength).toBe(measured(gemini, body) + 22);
});
