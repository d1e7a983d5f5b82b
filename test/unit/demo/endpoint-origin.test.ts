import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { bodyOf, get, open } from "./endpoint-client.js";

describe("local endpoint: who may use it", () => {
  let server: EndpointServer;
  beforeAll(async () => {
    server = await createEndpointServer();
  });
  afterAll(() => server.close());
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await open(`${server.url}/anthropic/v1/messages`, { body: bodyOf(200), headers }).answer).status;

  it("serves the demo's own page", async () => {
    expect(await send({ origin: server.url, "sec-fetch-site": "same-origin" })).toBe(200);
  });

  it("serves a program without a browser", async () => {
    expect(await send({})).toBe(200);
  });

  it.each([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another port of this machine", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
    ["an old browser that only sends Origin", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a name that was pointed at this machine", { host: "evil.example", origin: "http://evil.example" }],
  ])("refuses %s", async (_name, headers) => {
    expect(await send(headers)).toBe(403);
  });

  it("does not tell another site which keys are set", async () => {
    expect((await get(`${server.url}/demo/config.json`, { origin: "https://evil.example" })).status).toBe(403);
    expect(await get(`${server.url}/demo/config.json`)).toMatchObject({ status: 200, body: { live: [] } });
  });
});
