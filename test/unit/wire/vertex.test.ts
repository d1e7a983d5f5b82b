/** Through the Vertex SDK, which moves the model into the URL and the API's version into the body. Only the login is made up. */
import type Anthropic from "@anthropic-ai/sdk";
import { AnthropicVertex } from "@anthropic-ai/vertex-sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vertexClaude } from "../../../src/endpoints.js";
import { checkWires, type Wire } from "./check-wire.js";
import { type RecordingServer, startRecordingServer } from "./recording-server.js";

type VertexOptions = NonNullable<ConstructorParameters<typeof AnthropicVertex>[0]>;

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

const authClient = {
  getRequestHeaders: () => Promise.resolve(new Headers({ authorization: "Bearer test" })),
} as unknown as NonNullable<VertexOptions["authClient"]>;
const client = () =>
  new AnthropicVertex({ authClient, projectId: "p", region: "global", baseURL: server.baseUrl, maxRetries: 0 });

/** As the endpoint's own body: the version is in it and the model is not. */
const version = { anthropic_version: Reflect.get(vertexClaude.request([]) as object, "anthropic_version") };
const body: Wire["body"] = (blocks, text) => ({
  ...version,
  max_tokens: 10,
  messages: [{ role: "user", content: [...blocks, { type: "text", text }] }],
});
const streaming: Wire["body"] = (blocks, text) => ({ ...body(blocks, text), stream: true });
/** The SDK is given no version: what arrives is its own. */
const send = (given: object) =>
  client().messages.create({
    ...given,
    anthropic_version: undefined,
    model: "claude-test",
  } as unknown as Anthropic.MessageCreateParams);

checkWires(
  [
    { name: "Claude on Vertex", endpoint: vertexClaude, body, send },
    { name: "Claude on Vertex, streaming", endpoint: vertexClaude, body: streaming, send },
  ],
  () => server,
);

test.each([
  ["rawPredict", body],
  ["streamRawPredict", streaming],
])("Vertex: the model stands in the URL: %s", async (method, bodyOf) => {
  await send(bodyOf([], "Hello"));
  expect(server.last().path).toBe(`/projects/p/locations/global/publishers/anthropic/models/claude-test:${method}`);
});
