/** Through the AWS SDK, which speaks HTTP/2 and writes bytes as base64. */
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll } from "vitest";
import { bedrockConverse, bedrockConverseSdk, bedrockInvokeModel } from "../../../src/endpoints.js";
import { checkWires, type Wire } from "./check-wire.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

let server: RecordingServer;
let client: BedrockRuntimeClient;
beforeAll(async () => {
  server = await startRecordingServer({ http2: true });
  client = new BedrockRuntimeClient({
    region: "us-east-1",
    endpoint: server.baseUrl,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close();
});

// The model goes into the URL.
const body: Wire["body"] = (blocks, text) => ({
  messages: [{ role: "user", content: [...blocks, { text }] }],
  inferenceConfig: { maxTokens: 10 },
});
const withModel = (given: object) => ({ modelId: "anthropic.claude-test", ...given }) as ConverseCommandInput;

// Anthropic's body, which the app writes: the SDK sends the text it is given.
const version = { anthropic_version: Reflect.get(bedrockInvokeModel.request([]) as object, "anthropic_version") };
const message: Wire["body"] = (blocks, text) => ({
  ...version,
  max_tokens: 10,
  messages: [{ role: "user", content: [...blocks, { type: "text", text }] }],
});
const written = (given: object) => ({
  modelId: "anthropic.claude-test",
  contentType: "application/json",
  body: JSON.stringify(given),
});

checkWires(
  [
    {
      name: "Converse",
      endpoint: bedrockConverseSdk,
      onWire: bedrockConverse,
      body,
      send: (given) => client.send(new ConverseCommand(withModel(given))),
    },
    {
      name: "ConverseStream",
      endpoint: bedrockConverseSdk,
      onWire: bedrockConverse,
      body,
      send: (given) => client.send(new ConverseStreamCommand(withModel(given))),
    },
    {
      name: "InvokeModel",
      endpoint: bedrockInvokeModel,
      body: message,
      send: (given) => client.send(new InvokeModelCommand(written(given))),
    },
    {
      name: "InvokeModelWithResponseStream",
      endpoint: bedrockInvokeModel,
      body: message,
      send: (given) => client.send(new InvokeModelWithResponseStreamCommand(written(given))),
    },
  ],
  () => server,
);
