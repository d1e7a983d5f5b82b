import { afterEach, describe, expect, test } from "vitest";
import type { RequestListener } from "node:http";
import { checkImageUrl } from "../../../src/url/check-image-url.js";
import type { UrlCheckOptions } from "../../../src/url/types.js";
import { anthropicMessages } from "../../../src/endpoints/anthropic/anthropic.js";
import { gemini } from "../../../src/endpoints/gemini/gemini.js";
import { publicFetch, startServer, startSocketServer, type LoopbackServer } from "./loopback-server.js";

const servers: LoopbackServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(answer: RequestListener): Promise<LoopbackServer> {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

/** Answers every request with these headers. */
const stating = (headers: Record<string, string>, status = 200) =>
  serve((_request, response) => void response.writeHead(status, headers).end());

const check = (server: LoopbackServer, options: UrlCheckOptions = {}, path = "/photo.jpg") =>
  checkImageUrl(server.url + path, { allowPrivateHosts: true, ...options });

describe("checkImageUrl", () => {
  test("reads size and type from one HEAD request", async () => {
    const server = await stating({ "content-type": "Image/JPEG; charset=binary", "content-length": "123456" });
    const url = `${server.url}/photo.jpg`;
    expect(await check(server)).toEqual({ status: "ok", url, finalUrl: url, bytes: 123_456, mediaType: "image/jpeg" });
    expect(server.asked).toEqual(["HEAD /photo.jpg"]);
  });

  test("sends no cookie, no referrer and no credentials", async () => {
    let headers: Record<string, unknown> = {};
    const server = await serve((request, response) => {
      headers = request.headers;
      response.end();
    });
    await check(server);
    for (const name of ["cookie", "referer", "authorization"]) expect(headers).not.toHaveProperty(name);
  });

  test.each([
    [
      "no length",
      { "content-type": "image/png", "transfer-encoding": "chunked" },
      "length",
      "Size unknown: the server does not state it.",
    ],
    ["a length of 0", { "content-type": "image/png", "content-length": "0" }, "length", "Size unknown"],
    [
      "the length of a compressed transfer",
      { "content-type": "image/png", "content-encoding": "gzip", "content-length": "9" },
      "length",
      "Size unknown",
    ],
    ["no type", { "content-length": "9" }, "media-type", "Type unknown"],
    [
      "a type that says nothing",
      { "content-type": "binary/octet-stream", "content-length": "9" },
      "media-type",
      "Type unknown",
    ],
  ])("says so when there is %s", async (_name, headers, reason, words) => {
    const server = await stating(headers);
    expect(await check(server)).toMatchObject({ status: "unknown", reason, message: expect.stringContaining(words) });
  });

  test("returns what it found out besides what it did not", async () => {
    expect(await check(await stating({ "content-length": "9" }))).toMatchObject({ status: "unknown", bytes: 9 });
    const typed = await check(await stating({ "content-type": "image/webp", "transfer-encoding": "chunked" }));
    expect(typed).toMatchObject({ status: "unknown", mediaType: "image/webp" });
    expect(typed).not.toHaveProperty("bytes");
  });

  test.each([
    [405, "method"],
    [501, "method"],
    [401, "status"],
    [403, "status"],
    [429, "status"],
    [500, "status"],
    [300, "status"],
  ])("does not guess from HTTP %i", async (status, reason) => {
    const server = await stating({ "content-type": "text/html", "content-length": "9" }, status);
    expect(await check(server)).toMatchObject({
      status: "unknown",
      reason,
      message: expect.stringContaining(`HTTP ${status}`),
    });
    expect(server.asked).toHaveLength(1);
  });

  test.each([404, 410])("rejects HTTP %i", async (status) => {
    expect(await check(await stating({}, status))).toMatchObject({
      status: "refused",
      code: "url-not-found",
      actual: status,
    });
  });

  test.each([
    ["text/html; charset=utf-8", "a web page"],
    ["application/json", "application/json"],
    ["image/svg+xml", "SVG"],
    ["image/jp2", "image/jp2"],
    ["constructor", "constructor"],
  ])("rejects the type %s", async (type, words) => {
    const server = await stating({ "content-type": type, "content-length": "9" });
    expect(await check(server)).toMatchObject({
      status: "refused",
      code: "url-media-type",
      message: expect.stringContaining(words),
    });
  });

  test("takes a HEIC to prepare it, and rejects it for an endpoint that does not take HEIC", async () => {
    const server = await stating({ "content-type": "image/heic", "content-length": "9" });
    expect(await check(server)).toMatchObject({ status: "ok", mediaType: "image/heic" });
    expect(await check(server, { endpoint: anthropicMessages })).toMatchObject({
      status: "refused",
      code: "url-media-type",
      actual: "image/heic",
      limit: "image/jpeg,image/png,image/gif,image/webp",
    });
  });

  test("holds the size to the endpoint's cap, in bytes before base64", async () => {
    const sized = (bytes: number) => stating({ "content-type": "image/jpg", "content-length": String(bytes) });
    const endpoint = anthropicMessages;
    expect(await check(await sized(7_864_320), { endpoint })).toMatchObject({ status: "ok", mediaType: "image/jpeg" });
    expect(await check(await sized(7_864_321), { endpoint })).toMatchObject({
      status: "refused",
      code: "url-too-large",
      actual: 7_864_321,
      limit: 7_864_320,
    });
    const raw = { ...endpoint, caps: { ...endpoint.caps, maxImageBytes: { bytes: 100, counted: "raw" as const } } };
    expect(await check(await sized(100), { endpoint: raw })).toMatchObject({ status: "ok" });
    expect(await check(await sized(101), { endpoint: raw })).toMatchObject({ code: "url-too-large", limit: 100 });
    // Some fetch less, or more, than they take inline: the smaller figure counts.
    const less = { ...raw, caps: { ...raw.caps, maxUrlBytes: 50 } };
    expect(await check(await sized(50), { endpoint: less })).toMatchObject({ status: "ok" });
    expect(await check(await sized(51), { endpoint: less })).toMatchObject({
      code: "url-too-large",
      actual: 51,
      limit: 50,
    });
    expect(
      await check(await sized(101), { endpoint: { ...raw, caps: { ...raw.caps, maxUrlBytes: 500 } } }),
    ).toMatchObject({ limit: 100 });
    expect(await check(await sized(100_000_000), { endpoint: gemini })).toMatchObject({ status: "ok" });
    expect(await check(await sized(100_000_001), { endpoint: gemini })).toMatchObject({
      code: "url-too-large",
      limit: 100_000_000,
    });
    expect(await check(await sized(2 ** 40))).toMatchObject({ status: "ok", bytes: 2 ** 40 });
  });

  test("an unknown type does not hide a size that is too large", async () => {
    const server = await stating({ "content-length": "99999999" });
    expect(await check(server, { endpoint: anthropicMessages })).toMatchObject({
      status: "refused",
      code: "url-too-large",
    });
  });

  test("hangs up on a server that answers HEAD with a body without end", async () => {
    let onClose: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (onClose = resolve));
    const server = await startSocketServer((socket) => {
      socket.on("close", () => onClose?.());
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1000000000\r\n\r\n");
      const writeMore = () => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65_536))) continue;
      };
      socket.on("drain", writeMore);
      writeMore();
    });
    servers.push(server);
    expect(await check(server)).toMatchObject({ status: "ok", bytes: 1_000_000_000 });
    await closed;
    expect(server.asked).toEqual(["HEAD /photo.jpg"]);
  });

  test("leaves the body alone when a fetch of the app's own turns HEAD into GET", async () => {
    const pulled: number[] = [];
    let cancelled = false;
    const body = new ReadableStream(
      { pull: (controller) => (pulled.push(1), controller.enqueue(new Uint8Array(9))) },
      { highWaterMark: 0 },
    );
    const made: typeof fetch = async (_input, init) => {
      init?.signal?.addEventListener("abort", () => (cancelled = true));
      return new Response(body, { headers: { "content-type": "image/png", "content-length": "9" } });
    };
    expect(await checkImageUrl("https://pictures.example.com/a.png", { fetch: made })).toMatchObject({ status: "ok" });
    expect([pulled.length, cancelled]).toEqual([0, true]);
  });

  test("says that a server could not be reached", async () => {
    const server = await stating({});
    await server.close();
    const gone = await check(server);
    expect(gone).toMatchObject({
      status: "unknown",
      reason: "unreachable",
      message: "Size unknown: the server could not be reached from here.",
    });
  });

  test("stops waiting for a server that never answers", async () => {
    const server = await serve(() => undefined);
    expect(await check(server, { timeoutMs: 50 })).toMatchObject({
      status: "unknown",
      reason: "timeout",
      message: expect.stringContaining("0.05 s"),
    });
  });

  test("an abort rejects with its reason, before and while waiting", async () => {
    const reason = new Error("the user closed the dialog");
    const server = await serve(() => undefined);
    await expect(check(server, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.asked).toEqual([]);
    const controller = new AbortController();
    const waiting = await serve(() => controller.abort());
    await expect(check(waiting, { signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("checkImageUrl: redirects", () => {
  const to =
    (location: string, status = 302): RequestListener =>
    (request, response) => {
      if (request.url === "/there.png") response.writeHead(200, { "content-type": "image/png", "content-length": "9" });
      else response.writeHead(status, { location });
      response.end();
    };
  const start = "https://pictures.example.com/here";

  test.each([301, 302, 303, 307, 308])("follows HTTP %i with HEAD and names where it led", async (status) => {
    const server = await serve(to("/there.png", status));
    const { fetch } = publicFetch(server);
    const finalUrl = "https://pictures.example.com/there.png";
    expect(await checkImageUrl(start, { fetch })).toEqual({
      status: "ok",
      url: start,
      finalUrl,
      bytes: 9,
      mediaType: "image/png",
    });
    expect(server.asked).toEqual(["HEAD /here", "HEAD /there.png"]);
  });

  test.each([
    ["http://169.254.169.254/latest/meta-data", "url-private-host"],
    ["https://10.0.0.1/photo.png", "url-private-host"],
    ["http://pictures.example.com/there.png", "url-scheme"],
    ["data:image/png;base64,iVBORw0KGgo=", "url-scheme"],
    ["https://me:pw@pictures.example.com/there.png", "url-credentials"],
    ["https://[", "url-unreadable"],
  ])("does not ask %s", async (location, code) => {
    const server = await serve(to(location));
    const { fetch, strayed } = publicFetch(server);
    expect(await checkImageUrl(start, { fetch })).toMatchObject({ status: "refused", code });
    expect([server.asked, strayed]).toEqual([["HEAD /here"], []]);
  });

  test("gives up on a loop after the 20 redirects that fetch would follow", async () => {
    const server = await serve(to("/here"));
    const { fetch } = publicFetch(server);
    expect(await checkImageUrl(start, { fetch })).toMatchObject({
      status: "refused",
      code: "url-unreadable",
      message: expect.stringContaining("20 times"),
    });
    expect(server.asked).toHaveLength(21);
  });

  test("in a page, where redirects are hidden, the address they led to is held to the rules", async () => {
    const modes: (string | undefined)[] = [];
    const inPage =
      (landing: string): typeof fetch =>
      async (_input, init) => {
        modes.push(init?.redirect);
        const answer = new Response(null, { headers: { "content-type": "image/png", "content-length": "9" } });
        const shown = init?.redirect === "manual" ? { type: "opaqueredirect", status: 0 } : { url: landing };
        return Object.defineProperties(
          answer,
          Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, { value }])),
        );
      };
    expect(await checkImageUrl(start, { fetch: inPage("https://cdn.example.com/a.png") })).toMatchObject({
      status: "ok",
      finalUrl: "https://cdn.example.com/a.png",
    });
    expect(modes).toEqual(["manual", "follow"]);
    expect(await checkImageUrl(start, { fetch: inPage("https://192.168.0.1/a.png") })).toMatchObject({
      status: "refused",
      code: "url-private-host",
    });
  });
});
