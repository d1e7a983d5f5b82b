import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { bodyOf, get, open, post } from "./endpoint-client.js";

interface Seen {
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

describe("local endpoint: with a key", () => {
  let upstream: Server;
  let server: EndpointServer;
  let seen: Seen[];
  let hold: boolean;
  let dropped: Promise<void>;

  beforeEach(async () => {
    [seen, hold] = [[], false];
    let drop: () => void = () => undefined;
    dropped = new Promise((resolve) => {
      drop = resolve;
    });
    upstream = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      seen.push({ url: request.url, headers: request.headers, body });
      response.on("close", drop);
      if (hold) return;
      response.writeHead(429, {
        "content-type": "application/json",
        "request-id": "req_real",
        "set-cookie": "a=b",
        "retry-after": "7",
      });
      response.end('{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}');
    });
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    server = await createEndpointServer({
      upstreams: { anthropic: { baseUrl, apiKey: "sk-secret" }, openai: { baseUrl, apiKey: "sk-other" } },
    });
  });
  afterEach(async () => {
    await server.close();
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
  });

  it("adds the key on the server and passes on neither cookies nor the page's own key", async () => {
    const body = bodyOf(5000).toString();
    const headers = {
      cookie: "session=1",
      "x-api-key": "none",
      authorization: "Bearer none",
      "anthropic-version": "2023-06-01",
      origin: server.url,
    };
    await post(`${server.url}/anthropic/v1/messages?beta=true`, body, headers);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ url: "/v1/messages?beta=true", body });
    expect(seen[0]?.headers).toMatchObject({
      "x-api-key": "sk-secret",
      "anthropic-version": "2023-06-01",
      "content-length": "5000",
    });
    expect(Object.keys(seen[0]?.headers ?? {}).toSorted()).toEqual([
      "anthropic-version",
      "connection",
      "content-length",
      "content-type",
      "host",
      "x-api-key",
    ]);
  });

  it("uses OpenAI's own header for its key", async () => {
    await post(`${server.url}/openai/v1/responses`, "{}");
    expect(seen[0]?.headers).toMatchObject({ authorization: "Bearer sk-other" });
  });

  it("returns status, body and request id as they came, and no cookie", async () => {
    const { status, body, headers } = await post(`${server.url}/anthropic/v1/messages`, "{}");
    expect([status, body.error.type]).toEqual([429, "rate_limit_error"]);
    expect(headers).toMatchObject({ "request-id": "req_real", "retry-after": "7" });
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("tells the page which providers are live and nothing else", async () => {
    expect((await get(`${server.url}/demo/config.json`)).body).toEqual({ live: ["anthropic", "openai"] });
  });

  it("spends no key for another site", async () => {
    const { status } = await post(`${server.url}/anthropic/v1/messages`, "{}", { origin: "https://evil.example" });
    expect(status).toBe(403);
    expect(seen).toHaveLength(0);
  });

  it("hangs up on the real API when the page does", async () => {
    hold = true;
    const call = open(`${server.url}/anthropic/v1/messages`, { body: "{}" });
    call.answer.catch(() => undefined);
    await expect.poll(() => seen.length).toBe(1);
    call.request.destroy();
    await dropped;
  });

  it("says so when the real API cannot be reached", async () => {
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
    const { status, body } = await post(`${server.url}/anthropic/v1/messages`, "{}");
    expect([status, body.error.message]).toEqual([502, expect.stringContaining("could not be reached")]);
  });
});
