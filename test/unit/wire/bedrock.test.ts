/** Through the AWS SDK, which speaks HTTP/2 and writes bytes as base64. */
import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandInput, ConverseStreamCommand } from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll } from "vitest";
import { bedrockConverse, bedrockConverseSdk } from "../../../src/endpoints.js";
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
const body: Wire["body"] = (blocks, text) => ({ messages: [{ role: "user", content: [...blocks, { text }] }], inferenceConfig: { maxTokens: 10 } });
const withModel = (given: object) => ({ modelId: "anthropic.claude-test", ...given }) as ConverseCommandInput;

checkWires(
  [
    { name: "Converse", endpoint: bedrockConverseSdk, onWire: bedrockConverse, body, send: (given) => client.send(new ConverseCommand(withModel(given))) },
    { name: "ConverseStream", endpoint: bedrockConverseSdk, onWire: bedrockConverse, body, send: (given) => client.send(new ConverseStreamCommand(withModel(given))) },
  ],
  () => server,
);
