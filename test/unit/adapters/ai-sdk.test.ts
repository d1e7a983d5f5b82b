/** Through the real AI SDK: what `useChat` posts, and what its providers make of our parts. */
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { Chat } from "@ai-sdk/react";
import { convertToModelMessages, DefaultChatTransport, type FileUIPart, generateText, type UIMessage } from "ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aiSdkChat, aiSdkFiles, aiSdkParts } from "../../../src/ai-sdk.js";
import { anthropicMessages, openaiChat, openaiResponses } from "../../../src/endpoints.js";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type RecordingServer, startRecordingServer } from "../wire/recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const EARLIER: UIMessage[] = [
  { id: "m1", role: "user", parts: [{ type: "text", text: "Où est-ce ? 你好" }] },
  { id: "m2", role: "assistant", parts: [{ type: "text", text: 'a "quote"' }] },
];
const images = [preparedImage({ bytes: 100_000 }), preparedImage({ bytes: 20_001, name: "ein Bild.jpg" })];

describe("aiSdkChat: the meter counts what useChat posts", () => {
  test.each([
    { name: "a text and files", text: "What is this?", body: undefined, metadata: undefined },
    { name: "an empty text", text: "", body: undefined, metadata: undefined },
    { name: "files alone", text: undefined, body: undefined, metadata: undefined },
    { name: "a body and metadata of the app's", text: "Hi", body: { model: "claude", id: 1 }, metadata: { at: 1 } },
  ])("$name", async ({ text, body, metadata }) => {
    const chat = new Chat({
      messages: [...EARLIER],
      transport: new DefaultChatTransport({ api: `${server.baseUrl}/chat`, ...(body && { body }) }),
    });
    const options = aiSdkChat(chat, { endpoint: anthropicMessages, text, body, metadata });
    const estimate = estimateRequest({ ...options, images });
    const files: FileUIPart[] = images.map((image) => options.endpoint.toBlock(image));
    const posted = chat.sendMessage(text === undefined ? { files, metadata } : { text, files, metadata });
    await posted;
    expect(server.last()).toMatchObject({ path: "/chat", receivedBytes: estimate.bytes });
    expect(estimate).toMatchObject({ exact: true, cap: anthropicMessages.caps.maxRequestBytes });
  });
});

describe("the route's own request: a part becomes the provider's block", () => {
  const data = images.map(({ base64 }) => base64);
  const providers = {
    anthropic: () => createAnthropic({ apiKey: "test", baseURL: `${server.baseUrl}/v1` })("claude-test"),
    openai: () => createOpenAI({ apiKey: "test", baseURL: server.baseUrl }).responses("gpt-test"),
  };

  test("FileUIPart, Anthropic", async () => {
    const parts = images.map((image) => aiSdkFiles(anthropicMessages).toBlock(image));
    await answered(providers.anthropic(), await convertToModelMessages([{ role: "user", parts }]));
    expect(server.last().body).toMatchObject({
      messages: [
        {
          content: data.map((base64) => ({
            type: "image",
            source: { type: "base64", media_type: "image/jpeg", data: base64 },
          })),
        },
      ],
    });
  });

  test("FilePart, OpenAI Responses", async () => {
    const content = images.map((image) => aiSdkParts(openaiResponses).toBlock(image));
    await answered(providers.openai(), [{ role: "user", content }]);
    expect(server.last().body).toMatchObject({
      input: [
        { content: data.map((base64) => ({ type: "input_image", image_url: `data:image/jpeg;base64,${base64}` })) },
      ],
    });
  });

  test("by its address, with and without a known type", async () => {
    const urlBlock = aiSdkFiles(anthropicMessages).urlBlock;
    const parts = [urlBlock?.("https://a.example/b", "image/png"), urlBlock?.("https://a.example/c")].filter(
      (part) => part !== undefined,
    );
    await answered(providers.anthropic(), await convertToModelMessages([{ role: "user", parts }]));
    expect(server.last().body).toMatchObject({
      messages: [
        {
          content: ["https://a.example/b", "https://a.example/c"].map((url) => ({
            type: "image",
            source: { type: "url", url },
          })),
        },
      ],
    });
  });
});

/** The recording server's answers are older than these providers: what counts is what arrived. */
async function answered(
  model: Parameters<typeof generateText>[0]["model"],
  messages: NonNullable<Parameters<typeof generateText>[0]["messages"]>,
): Promise<void> {
  await generateText({ model, messages, maxRetries: 0 });
}

test("aiSdkFiles: limits and token rules are the provider's, blocks by file id are not", () => {
  for (const make of [aiSdkFiles, aiSdkParts]) {
    const endpoint = make(openaiChat);
    expect(endpoint).toMatchObject({ caps: openaiChat.caps, tokenModel: openaiChat.tokenModel });
    expect(make(anthropicMessages)).not.toHaveProperty("fileBlock");
  }
});
