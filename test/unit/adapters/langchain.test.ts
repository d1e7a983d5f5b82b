/** Through real LangChain models: our blocks become the provider's own. */
import { ChatAnthropic } from "@langchain/anthropic";
import { HumanMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { langchain } from "../../../src/langchain.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { type RecordingServer, startRecordingServer } from "../wire/recording-server.js";

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const image = preparedImage({ bytes: 1000 });
const address = "https://a.example/b.jpg";
/** No cast: the blocks are what `content` takes. */
const message = (endpoint: ReturnType<typeof langchain>) =>
  new HumanMessage({
    content: [
      endpoint.toBlock(image),
      ...(endpoint.urlBlock ? [endpoint.urlBlock(address)] : []),
      { type: "text", text: "What is this?" },
    ],
  });

test("langchain, Anthropic: base64 and address", async () => {
  const model = new ChatAnthropic({ apiKey: "test", model: "claude-test", anthropicApiUrl: server.baseUrl });
  await model.invoke([message(langchain(anthropicMessages))]);
  expect(server.last().body).toMatchObject({
    messages: [
      {
        content: [
          { type: "image", source: { type: "base64", media_type: "image/jpeg", data: image.base64 } },
          { type: "image", source: { type: "url", url: address } },
          { type: "text", text: "What is this?" },
        ],
      },
    ],
  });
});

test("langchain, OpenAI: base64 and address", async () => {
  const model = new ChatOpenAI({ apiKey: "test", model: "gpt-test", configuration: { baseURL: server.baseUrl } });
  await model.invoke([message(langchain(openaiChat))]);
  expect(server.last().body).toMatchObject({
    messages: [
      {
        content: [
          { type: "image_url", image_url: { url: `data:image/jpeg;base64,${image.base64}` } },
          { type: "image_url", image_url: { url: address } },
          { type: "text", text: "What is this?" },
        ],
      },
    ],
  });
});
