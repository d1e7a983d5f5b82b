import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { bodyOf, messages, open, post } from "./endpoint-client.js";

const CAP = 33_554_432;

describe("local endpoint: body rules", () => {
  let server: EndpointServer;
  let url: string;
  beforeAll(async () => {
    server = await createEndpointServer();
    url = `${server.url}/anthropic/v1/messages`;
  });
  afterAll(() => server.close());

  it("takes a body of exactly 32 MB", async () => {
    const { status, body } = await open(url, { body: bodyOf(CAP) }).answer;
    expect(status).toBe(200);
    expect(body.content[0].text).toBe("No images; body 33,554,432 bytes");
  });

  it("answers one byte more with Anthropic's 413 envelope", async () => {
    const { status, body, headers } = await open(url, { body: bodyOf(CAP + 1) }).answer;
    expect(status).toBe(413);
    expect(body).toMatchObject({ type: "error", error: { type: "request_too_large" } });
    expect(body.error.message).toContain("Request exceeds the maximum size");
    expect(body.request_id).toBe(headers["request-id"]);
  });

  it("answers a Content-Length over the cap before the body has come in", async () => {
    const call = open(url, { headers: { "content-length": CAP + 1 } });
    call.request.flushHeaders();
    expect((await call.answer).status).toBe(413);
    call.request.destroy();
  });

  it("counts a body that states no length", async () => {
    const exact = open(url, { headers: { "x-demo-max-request-bytes": 2000 } });
    exact.request.end(bodyOf(2000));
    expect((await exact.answer).status).toBe(200);
    const over = open(url, { headers: { "x-demo-max-request-bytes": 2000 } });
    over.request.write(bodyOf(1500));
    over.request.end("a".repeat(501));
    expect((await over.answer).status).toBe(413);
  });

  it("counts bytes, not characters", async () => {
    const text = "é".repeat(900);
    const body = JSON.stringify({ model: "m", max_tokens: 1, messages: [{ role: "user", content: text }] });
    expect(body.length).toBeLessThan(1500);
    expect((await post(url, body, { "x-demo-max-request-bytes": 1500 })).status).toBe(413);
  });

  it("lets the demo's header lower the cap, never raise it", async () => {
    expect((await open(url, { body: bodyOf(1000), headers: { "x-demo-max-request-bytes": 999 } }).answer).status).toBe(
      413,
    );
    const raised = { "x-demo-max-request-bytes": CAP * 2 };
    expect((await open(url, { body: bodyOf(CAP + 1), headers: raised }).answer).status).toBe(413);
  });

  it("gives Batches 256 MB", async () => {
    const headers = { "content-length": 268_435_456 + 1 };
    const call = open(`${server.url}/anthropic/v1/messages/batches`, { headers });
    call.request.flushHeaders();
    const { status, body } = await call.answer;
    expect([status, body.error.message]).toEqual([413, expect.stringContaining("256 MB")]);
    call.request.destroy();
    const over32 = open(`${server.url}/anthropic/v1/messages/batches`, { body: bodyOf(CAP + 1) });
    expect((await over32.answer).body.error.message).toContain("requests: at least one");
  });

  it("gives up on a body that stops coming", async () => {
    // Of its own: where the machine is busy, other bodies, too, stop for longer.
    const impatient = await createEndpointServer({ idleMs: 100 });
    const call = open(`${impatient.url}/anthropic/v1/messages`, {});
    call.request.write('{"model":');
    const { status, body } = await call.answer;
    expect([status, body.error.type]).toEqual([408, "timeout_error"]);
    call.request.destroy();
    await impatient.close();
  });

  it("survives a client that leaves in the middle of a body and gives its memory back", async () => {
    const small = await createEndpointServer({ bufferBytes: 2000 });
    const call = open(`${small.url}/anthropic/v1/messages`, { headers: { "content-length": 1900 } });
    call.answer.catch(() => undefined);
    await new Promise((resolve) => call.request.write(bodyOf(1500), resolve));
    call.request.destroy();
    // Two such bodies do not fit at once, so the second is only taken when the first one's memory is free again.
    await expect
      .poll(async () => (await post(`${small.url}/anthropic/v1/messages`, bodyOf(1500).toString())).status, {
        timeout: 20_000,
      })
      .toBe(200);
    await small.close();
  });

  it("turns a request away rather than hold more than its memory", async () => {
    const small = await createEndpointServer({ bufferBytes: 1000 });
    const { status, body } = await open(`${small.url}/anthropic/v1/messages`, { body: bodyOf(1001) }).answer;
    expect([status, body.error.type]).toEqual([503, "overloaded_error"]);
    expect((await open(`${small.url}/anthropic/v1/messages`, { body: bodyOf(1000) }).answer).status).toBe(200);
    await small.close();
  });

  it.each([
    ["text that is not JSON", "{", {}, 400, "not valid JSON"],
    ["bytes that are not UTF-8", Buffer.from([0x22, 0xff, 0x22]), {}, 400, "not valid JSON"],
    ["another content type", "{}", { "content-type": "text/plain" }, 415, "application/json"],
    ["a compressed body", "{}", { "content-encoding": "gzip" }, 400, "Content-Encoding"],
  ])("refuses %s", async (_name, body, headers, status, words) => {
    const answer = await open(url, { body, headers }).answer;
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(words);
  });

  it("refuses stream: true in words", async () => {
    const { status, body } = await post(url, { ...messages([]), stream: true });
    expect([status, body.error.message]).toEqual([400, expect.stringContaining("stream")]);
  });
});
