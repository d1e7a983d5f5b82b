/** README's recipe: `compress` posts the file to a service. Here to one on this computer, which answers as services do on bad days. */
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterEach, expect, it, test } from "vitest";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { Compress } from "../../../src/shared/app-codecs.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serviceAt(answer: RequestListener): Promise<Compress> {
  server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async (file, { width, height, quality, signal }) => {
    const url = `http://127.0.0.1:${port}/compress?width=${width}&height=${height}&quality=${quality}`;
    const response = await fetch(url, { method: "POST", body: file, signal });
    if (!response.ok) throw new Error(`the service answered ${response.status}`);
    return response.blob();
  };
}

/** What a service does on a good day. */
const shrink: RequestListener = async (request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://localhost");
  const [width, height, quality] = ["width", "height", "quality"].map((name) => Number(searchParams.get(name)));
  const jpeg = sharp(await buffer(request))
    .resize(width, height)
    .jpeg({ quality: Math.round(100 * quality!) });
  response.setHeader("content-type", "image/jpeg").end(await jpeg.toBuffer());
};
const photo = () => imageFile({ width: 2000, height: 1500 });

it("compress: a compression service makes the picture, at the size and the bytes that are asked for", async () => {
  const limits = { maxImageBytes: 100_000 };
  const image = await prepareWith(sharpPool(), await photo(), { compress: await serviceAt(shrink), limits });
  expect(image).toMatchObject({ engine: "app", mediaType: "image/jpeg" });
  expect(image.base64.length).toBeLessThanOrEqual(100_000);
});

it("compress: a service that makes a file larger is not used: the original goes", async () => {
  const flat = await sharp({ create: { width: 200, height: 150, channels: 3, background: "#369" } })
    .png()
    .toBuffer();
  const small = new File([new Uint8Array(flat)], "flat.png", { type: "image/png" });
  const larger = Buffer.from(await (await imageFile({ width: 200, height: 150 })).arrayBuffer());
  const compress = await serviceAt((_, response) => void response.end(larger));
  const image = await prepareWith(sharpPool(), small, { compress, endpoint: anthropicMessages });
  expect(image.mediaType).toBe("image/png");
  expect(image.changes).toContainEqual(expect.objectContaining({ code: "kept-original", because: "smaller" }));
});

const WIDE = await sharp({ create: { width: 1281, height: 960, channels: 3, background: "#369" } })
  .jpeg()
  .toBuffer();

test.each<[string, RequestListener, RegExp]>([
  ["answers with a page", (_, response) => void response.end("<!doctype html><p>Sign in</p>"), /isn't an image/],
  ["answers with nothing", (_, response) => void response.end(), /isn't an image/],
  ["refuses", (_, response) => void response.writeHead(503).end(), /failed: the service answered 503/],
  ["hangs up", (request) => void request.socket.destroy(), /failed: fetch failed/],
  ["never answers", () => undefined, /did not answer within 200 ms/],
  ["makes it too wide", (_, response) => void response.end(WIDE), /returned 1281 × 960; at most 1280 × 960/],
])("compress: a service that %s: the image is rejected, and says why", async (_name, answer, message) => {
  const work = prepareWith(sharpPool(), await photo(), { compress: await serviceAt(answer), timeoutMs: 200 });
  await expect(work).rejects.toMatchObject({ code: "compress-failed", message: expect.stringMatching(message) });
});
