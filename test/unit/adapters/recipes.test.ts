/** The recipes of docs/recipes.md for packages without an adapter: through the real packages. */
import { OpenAIResponsesModel } from "@openai/agents-openai";
import { Agent, Runner, user } from "@openai/agents-core";
import type { ImagePart } from "@tanstack/ai";
import { ChatClient, fetchServerSentEvents } from "@tanstack/ai-client";
import OpenAI from "openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anthropicMessages, dataUrl, openaiResponses, withBlocks } from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type RecordingServer, startRecordingServer } from "../wire/recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const image = preparedImage({ bytes: 3000 });

test("TanStack AI: the part is what its client posts to the app's route", async () => {
  const endpoint = withBlocks(anthropicMessages, {
    toBlock: ({ base64, mediaType }): ImagePart => ({
      type: "image",
      source: { type: "data", value: base64, mimeType: mediaType },
    }),
  });
  const client = new ChatClient({ connection: fetchServerSentEvents(`${server.baseUrl}/api/chat`) });
  await client.sendMessage({ content: [endpoint.toBlock(image), { type: "text", content: "What is this?" }] });
  const { messages } = server.last().body as { messages: { role: string }[] };
  expect(messages.at(-1)).toMatchObject({ role: "user" });
  expect(JSON.stringify(messages.at(-1))).toContain(image.base64);
});

test("OpenAI Agents: the part becomes an input_image of the Responses API", async () => {
  const endpoint = withBlocks(openaiResponses, {
    toBlock: (picture) => ({ type: "input_image" as const, image: dataUrl(picture) }),
  });
  const client = new OpenAI({ apiKey: "test", baseURL: server.baseUrl, maxRetries: 0 });
  const agent = new Agent({ name: "Looker", model: new OpenAIResponsesModel(client, "gpt-test") });
  const runner = new Runner({ tracingDisabled: true });
  await runner.run(agent, [user([endpoint.toBlock(image), { type: "input_text", text: "What is this?" }])]);
  expect(server.last()).toMatchObject({
    path: "/responses",
    body: {
      input: [
        {
          role: "user",
          content: [
            { type: "input_image", image_url: `data:image/jpeg;base64,${image.base64}` },
            { type: "input_text", text: "What is this?" },
          ],
        },
      ],
    },
  });
});
