/** What the official SDKs really throw for an answer: each is asked for a completion and given that answer. */
import Anthropic from "@anthropic-ai/sdk";
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
import { GoogleGenAI } from "@google/genai";
import { HTTPClient as MistralHttp, Mistral } from "@mistralai/mistralai";
import { HTTPClient as OpenRouterHttp, OpenRouter } from "@openrouter/sdk";
import { Ollama } from "ollama";
import OpenAI, { AzureOpenAI } from "openai";
import { vi } from "vitest";
import type { Sample } from "./samples.js";

type Ask = (answer: () => Promise<Response>, sample: Sample) => Promise<unknown>;

const user = { role: "user" as const, content: "?" };

const ASK: Readonly<Record<NonNullable<Sample["sdk"]>, Ask>> = {
  anthropic: (fetch) =>
    new Anthropic({ apiKey: "k", maxRetries: 0, fetch }).messages.create({
      model: "m",
      max_tokens: 1,
      messages: [user],
    }),
  openai: (fetch) =>
    new OpenAI({ apiKey: "k", maxRetries: 0, fetch }).chat.completions.create({ model: "m", messages: [user] }),
  azure: (fetch) =>
    new AzureOpenAI({
      apiKey: "k",
      endpoint: "https://x.openai.azure.com",
      apiVersion: "2025-04-01-preview",
      maxRetries: 0,
      fetch,
    }).responses.create({ model: "m", input: "?" }),
  ollama: (fetch) => new Ollama({ fetch }).chat({ model: "m", messages: [user] }),
  mistral: (fetch) =>
    new Mistral({
      apiKey: "k",
      httpClient: new MistralHttp({ fetcher: fetch }),
      retryConfig: { strategy: "none" },
    }).chat.complete({ model: "m", messages: [user] }),
  openrouter: (fetch) =>
    new OpenRouter({
      apiKey: "k",
      httpClient: new OpenRouterHttp({ fetcher: fetch }),
      retryConfig: { strategy: "none" },
    }).chat.send({ chatRequest: { model: "m", messages: [user] } }),
  async gemini(fetch) {
    // This SDK has no place to hand a fetch in.
    vi.stubGlobal("fetch", fetch);
    try {
      return await new GoogleGenAI({ apiKey: "k" }).models.generateContent({ model: "m", contents: "?" });
    } finally {
      vi.unstubAllGlobals();
    }
  },
  bedrock: (_fetch, { status, headers = {}, body }) =>
    new BedrockRuntimeClient({
      region: "us-east-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      maxAttempts: 1,
      requestHandler: {
        handle: () =>
          Promise.resolve({
            response: {
              statusCode: status,
              headers: { "content-type": "application/json", ...headers },
              body: new TextEncoder().encode(JSON.stringify(body)),
              reason: "",
            },
          }),
      },
    }).send(new ConverseCommand({ modelId: "m", messages: [{ role: "user", content: [{ text: "?" }] }] })),
};

export function responseOf({ status, headers, body }: Sample): Response {
  const type = typeof body === "string" ? "text/plain" : "application/json";
  return new Response(typeof body === "string" ? body : JSON.stringify(body), {
    status,
    headers: { "content-type": type, ...headers },
  });
}

export async function thrownBy(sample: Sample & { sdk: NonNullable<Sample["sdk"]> }): Promise<unknown> {
  try {
    await ASK[sample.sdk](() => Promise.resolve(responseOf(sample)), sample);
  } catch (error) {
    return error;
  }
  throw new Error(`The SDK of ${sample.sdk} took the answer for a success.`);
}
