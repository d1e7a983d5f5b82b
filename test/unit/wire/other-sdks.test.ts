/** The same for the SDKs that rewrite what they are given: the meter counts what they write, not what they took. */
import { GoogleGenAI, type GenerateContentParameters } from "@google/genai";
import { Mistral } from "@mistralai/mistralai";
import { OpenRouter } from "@openrouter/sdk";
import { Ollama, type ChatRequest } from "ollama";
import { Ollama as BrowserOllama } from "ollama/browser";
import { afterAll, beforeAll } from "vitest";
import { gemini, mistral, mistralHttp, ollama, openRouter, openRouterHttp } from "../../../src/endpoints.js";
import { checkWires, type Wire } from "./check-wire.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const MODEL = "gemini-test";
const google = () => new GoogleGenAI({ apiKey: "test", httpOptions: { baseUrl: server.baseUrl } });
const mistralClient = () => new Mistral({ apiKey: "test", serverURL: server.baseUrl });
const openRouterClient = () => new OpenRouter({ apiKey: "test", serverURL: server.baseUrl });

// The model goes into the URL.
const contents: Wire["body"] = (blocks, text) => ({ contents: [{ role: "user", parts: [...blocks, { text }] }] });
const chat = (stream: boolean): Wire["body"] => (blocks, text) => ({ model: "m", messages: [{ role: "user", content: [...blocks, { type: "text", text }] }], stream });
const images = (stream: boolean): Wire["body"] => (blocks, text) => ({ model: "m", messages: [{ role: "user", content: text, images: blocks }], stream });

const toGemini = (body: object) => ({ model: MODEL, ...body }) as GenerateContentParameters;
type MistralRequest = Parameters<Mistral["chat"]["complete"]>[0] & Parameters<Mistral["chat"]["stream"]>[0];
type OpenRouterRequest = Parameters<OpenRouter["chat"]["send"]>[0]["chatRequest"];
const withoutStream = (body: object): object => Object.fromEntries(Object.entries(body).filter(([key]) => key !== "stream"));

checkWires(
  [
    { name: "Gemini", endpoint: gemini, body: contents, send: (body) => google().models.generateContent(toGemini(body)) },
    { name: "Gemini, streaming", endpoint: gemini, body: contents, send: (body) => google().models.generateContentStream(toGemini(body)) },
    // `stream` is what the SDK itself adds: the app leaves it out of the call, and into `request`.
    { name: "Mistral", endpoint: mistral, onWire: mistralHttp, body: chat(false), send: (body) => mistralClient().chat.complete(withoutStream(body) as MistralRequest) },
    { name: "Mistral, streaming", endpoint: mistral, onWire: mistralHttp, body: chat(true), send: (body) => mistralClient().chat.stream(withoutStream(body) as MistralRequest) },
    { name: "OpenRouter", endpoint: openRouter, onWire: openRouterHttp, body: chat(false), send: (body) => openRouterClient().chat.send({ chatRequest: withoutStream(body) as OpenRouterRequest }) },
    { name: "OpenRouter, streaming", endpoint: openRouter, onWire: openRouterHttp, body: chat(true), send: (body) => openRouterClient().chat.send({ chatRequest: body as OpenRouterRequest }) },
    { name: "Ollama", endpoint: ollama, body: images(false), send: (body) => new Ollama({ host: server.baseUrl }).chat(withoutStream(body) as ChatRequest & { stream?: false }) },
    { name: "Ollama, streaming", endpoint: ollama, body: images(true), send: (body) => new Ollama({ host: server.baseUrl }).chat(body as ChatRequest & { stream: true }) },
    { name: "Ollama in a browser", endpoint: ollama, body: images(false), send: (body) => new BrowserOllama({ host: server.baseUrl }).chat(withoutStream(body) as ChatRequest & { stream?: false }) },
  ],
  () => server,
);
