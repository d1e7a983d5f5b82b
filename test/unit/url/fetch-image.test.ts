import { afterEach, describe, expect, test } from "vitest";
import type { RequestListener } from "node:http";
import { fetchImage, type FetchImageOptions } from "../../../src/url/fetch-image.js";
import { publicFetch, startServer, startSocketServer, type LoopbackServer } from "./loopback-server.js";

const servers: LoopbackServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(answer: RequestListener): Promise<LoopbackServer> {
  const server = await startServer(answer);
  servers.push(server);
  return server;
}

const PNG = Buffer.from("89504e470d0a1a0a0000", "hex");
const png: RequestListener = (_request, response) =>
  void response.writeHead(200, { "content-type": "image/png" }).end(PNG);

const fetched = (server: LoopbackServer, options: FetchImageOptions = {}, path = "/photo.png") =>
  fetchImage(server.url + path, { allowPrivateHosts: true, ...options });

/** Headers, then bytes for as long as the client reads; `closed` settles when it hangs up. */
async function pouringServer(head: string): Promise<LoopbackServer & { closed: Promise<void> }> {
  let onClose: (() => void) | undefined;
  const closed = new Promise<void>((resolve) => (onClose = resolve));
  const server = await startSocketServer((socket) => {
    socket.on("close", () => onClose?.());
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n${head}\r\n`);
    const writeMore = () => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536))) continue;
    };
    socket.on("drain", writeMore);
    writeMore();
  });
  servers.push(server);
  return { ...server, closed };
}

describe("fetchImage", () => {
  test("makes a file of the bytes, with type and name", async () => {
    const server = await serve(png);
    const file = await fetched(server, {}, "/albums/caf%C3%A9.png?size=large#top");
    expect(file).toBeInstanceOf(File);
    expect([file.name, file.type, file.size]).toEqual(["café.png", "image/png", PNG.length]);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
    expect(server.asked).toEqual(["GET /albums/caf%C3%A9.png?size=large"]);
  });

  test.each([
    ["/", "image"],
    ["/100%.png", "100%.png"],
    ["/a%2Fb%5Cc.png", "a_b_c.png"],
    ["/%00%0Aevil%22.png", "__evil_.png"],
  ])("names the file at %s %s", async (path, name) => {
    expect((await fetched(await serve(png), {}, path)).name).toBe(name);
  });

  test("takes bytes without a stated type, which prepareImage then names", async () => {
    const server = await serve((_request, response) => void response.end(PNG));
    expect((await fetched(server)).type).toBe("");
  });

  test("takes exactly the limit and rejects one byte more", async () => {
    const server = await serve(png);
    expect((await fetched(server, { maxFileBytes: 10 })).size).toBe(10);
    await expect(fetched(server, { maxFileBytes: 9 })).rejects.toMatchObject({
      name: "ImageError",
      code: "url-too-large",
      actual: 10,
      limit: 9,
    });
  });

  test("rejects a stated length over the limit unread", async () => {
    const server = await pouringServer("Content-Length: 1000000000\r\n");
    await expect(fetched(server, { maxFileBytes: 1_000_000 })).rejects.toMatchObject({
      code: "url-too-large",
      actual: 1_000_000_000,
    });
    await server.closed;
  });

  test("stops reading a body without end at the limit, and hangs up", async () => {
    const server = await pouringServer("Connection: close\r\n");
    const error = await fetched(server, { maxFileBytes: 1_000_000 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "url-too-large", limit: 1_000_000 });
    expect((error as { actual: number }).actual).toBeLessThan(2_000_000);
    await server.closed;
  });

  test("counts what a compressed transfer becomes, not what was stated", async () => {
    const { gzipSync } = await import("node:zlib");
    const small = gzipSync(Buffer.alloc(5_000_000));
    const server = await serve((_request, response) => {
      response
        .writeHead(200, { "content-type": "image/png", "content-encoding": "gzip", "content-length": small.length })
        .end(small);
    });
    await expect(fetched(server, { maxFileBytes: 1_000_000 })).rejects.toMatchObject({ code: "url-too-large" });
  });

  test("tells a truncated body from a complete one", async () => {
    const server = await startSocketServer((socket) => {
      socket.end("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\nonly this");
    });
    servers.push(server);
    await expect(fetched(server)).rejects.toMatchObject({
      code: "url-unreadable",
      message: expect.stringContaining("stopped before the end"),
      cause: expect.any(Error),
    });
  });

  test.each([
    [404, "url-not-found"],
    [410, "url-not-found"],
    [403, "url-unreadable"],
    [500, "url-unreadable"],
  ])("rejects HTTP %i with %s", async (status, code) => {
    const server = await serve(
      (_request, response) => void response.writeHead(status, { "content-type": "image/png" }).end(PNG),
    );
    await expect(fetched(server)).rejects.toMatchObject({ name: "ImageError", code });
  });

  test("rejects a web page unread", async () => {
    // The body never ends, so an answer means that it was not read to the end.
    const page = await serve(
      (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).write("<h1>Log in"),
    );
    await expect(fetched(page)).rejects.toMatchObject({ code: "url-media-type", actual: "text/html" });
  });

  test("says that a server could not be reached", async () => {
    const server = await serve(png);
    await server.close();
    await expect(fetched(server)).rejects.toMatchObject({
      code: "url-unreadable",
      message: expect.stringContaining("could not be reached"),
    });
  });

  test("says that a server lets no other site read, when it answers only blindly", async () => {
    const methods: (string | undefined)[] = [];
    const inPage: typeof fetch = async (_input, init) => {
      methods.push(init?.method);
      if (init?.mode !== "no-cors") throw new TypeError("Failed to fetch");
      return new Response();
    };
    const blocked = fetchImage("https://pictures.example.com/a.png", { fetch: inPage });
    await expect(blocked).rejects.toMatchObject({
      code: "url-unreadable",
      message: expect.stringContaining("cross-origin"),
    });
    expect(methods).toEqual(["GET", "HEAD"]);
  });

  test.each(["before the headers", "in the middle of the body"])(
    "stops waiting for a server that falls silent %s",
    async (when) => {
      const server = await serve((_request, response) => {
        if (when !== "before the headers") response.writeHead(200, { "content-type": "image/png" }).write(PNG);
      });
      await expect(fetched(server, { timeoutMs: 100 })).rejects.toMatchObject({
        code: "url-unreadable",
        message: expect.stringContaining("0.1 s"),
      });
    },
  );

  test("an abort in the middle of the body rejects with its reason and hangs up", async () => {
    const controller = new AbortController();
    let onClose: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (onClose = resolve));
    const server = await serve((_request, response) => {
      response.on("close", () => onClose?.());
      response.writeHead(200, { "content-type": "image/png" }).write(PNG, () => controller.abort());
    });
    await expect(fetched(server, { signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
    await closed;
  });

  test("never asks a private host that a redirect names", async () => {
    const server = await serve(
      (_request, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    );
    const { fetch, strayed } = publicFetch(server);
    await expect(fetchImage("https://pictures.example.com/a.png", { fetch })).rejects.toMatchObject({
      code: "url-private-host",
    });
    expect([server.asked, strayed]).toEqual([["GET /a.png"], []]);
  });
});
