import { Anthropic } from "@anthropic-ai/sdk";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import OpenAI from "openai";
import { afterEach, describe, expect, it } from "vitest";
import { createFilesRoutes, fileCap, filesProvider } from "../../../demo/endpoint/files.js";
import type { FilesOptions } from "../../../demo/endpoint/files.js";
import { createFileStore } from "../../../demo/endpoint/files-store.js";
import { type BodyBudget, readBody } from "../../../demo/endpoint/read-body.js";
import { sendReply } from "../../../demo/endpoint/send-reply.js";
import { replyOf } from "../../../demo/endpoint/stand-in.js";
import { standIns } from "../../../demo/endpoint/stand-ins.js";
import { get, open, picture } from "./endpoint-client.js";

const MIB = 2 ** 20;
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Only the Files routes, mounted below both providers' prefixes like the whole endpoint. */
async function serve({
  budget = { freeBytes: 64 * MIB },
  ...options
}: Partial<FilesOptions> & { budget?: BodyBudget } = {}) {
  const store = options.store ?? createFileStore();
  const idleMs = options.idleMs ?? 1000;
  const routes = createFilesRoutes({ idleMs, ...options, store });
  const server = createServer(async (request, response) => {
    const [, name, path = ""] = /^\/(anthropic|openai)(\/.*)$/.exec(request.url ?? "") ?? [];
    const provider = name === "openai" ? "openai" : "anthropic";
    const { method = "GET", headers } = request;
    const read = (capBytes: number) => readBody(request, { capBytes, idleMs, budget });
    const answer = await routes({ method, origin: "http://localhost", headers, read }, provider, path);
    const standIn = standIns.find((one) => one.name === provider);
    if (answer && standIn) sendReply(response, replyOf(standIn, answer));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    store,
    budget,
    anthropic: new Anthropic({ apiKey: "none", baseURL: `${url}/anthropic`, maxRetries: 0 }),
    openai: new OpenAI({ apiKey: "none", baseURL: `${url}/openai/v1`, maxRetries: 0 }),
  };
}

const jpeg = async (): Promise<File> =>
  new File([Buffer.from(await picture(40, 30), "base64")], "photo.jpg", { type: "image/jpeg" });

/** A form that says what the SDKs never would. */
const postForm = async (url: string, fields: Record<string, string | File>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(url, { method: "POST", body: form });
  return { status: response.status, body: await response.json() };
};

describe("the Files routes as Anthropic", () => {
  it("take a file from the SDK, describe it and forget it", async () => {
    const { anthropic, store } = await serve();
    const file = await jpeg();
    const made = await anthropic.files.upload({ file });
    expect(made).toMatchObject({
      type: "file",
      filename: "photo.jpg",
      mime_type: "image/jpeg",
      size_bytes: file.size,
      downloadable: false,
      expires_at: null,
    });
    const held = store.find("anthropic", made.id);
    expect(await held?.blob.arrayBuffer()).toEqual(await file.arrayBuffer());
    expect(await anthropic.files.retrieveMetadata(made.id)).toEqual(made);
    expect(await anthropic.files.delete(made.id)).toEqual({ id: made.id, type: "file_deleted" });
    await expect(anthropic.files.retrieveMetadata(made.id)).rejects.toMatchObject({
      status: 404,
      error: { error: { type: "not_found_error" } },
    });
  });

  it("keep a file for as long as it was asked to live", async () => {
    const { anthropic } = await serve();
    const made = await anthropic.files.upload({ file: await jpeg(), expires_in_seconds: 3600 });
    expect(Date.parse(made.expires_at ?? "") - Date.parse(made.created_at)).toBe(3_600_000);
    for (const seconds of [3599, 7_776_001]) {
      const refused = anthropic.files.upload({ file: await jpeg(), expires_in_seconds: seconds });
      await expect(refused).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining("between 3600 and 7776000"),
      });
    }
  });

  it("ask for the file", async () => {
    const { url } = await serve();
    for (const fields of [{ other: "x" }, { file: "text, not a file" }] as Record<string, string>[]) {
      const { status, body } = await postForm(`${url}/anthropic/v1/files`, fields);
      expect([status, body.type, body.error.message]).toEqual([400, "error", "file: Field required"]);
    }
  });
});

describe("the Files routes as OpenAI", () => {
  it("take a file from the SDK, describe it and forget it", async () => {
    const { openai } = await serve();
    const file = await jpeg();
    const made = await openai.files.create({
      file,
      purpose: "vision",
      expires_after: { anchor: "created_at", seconds: 7200 },
    });
    expect(made).toMatchObject({
      object: "file",
      filename: "photo.jpg",
      bytes: file.size,
      purpose: "vision",
      expires_at: made.created_at + 7200,
    });
    expect(await openai.files.retrieve(made.id)).toEqual(made);
    expect(await openai.files.delete(made.id)).toEqual({ id: made.id, object: "file", deleted: true });
    await expect(openai.files.retrieve(made.id)).rejects.toMatchObject({
      status: 404,
      param: "id",
      type: "invalid_request_error",
    });
  });

  it("take the two purposes that images have, and ask for one", async () => {
    const { openai, url } = await serve();
    expect((await openai.files.create({ file: await jpeg(), purpose: "user_data" })).purpose).toBe("user_data");
    await expect(openai.files.create({ file: await jpeg(), purpose: "fine-tune" })).rejects.toMatchObject({
      status: 400,
      param: "purpose",
    });
    const { status, body } = await postForm(`${url}/openai/v1/files`, { file: await jpeg() });
    expect([status, body.error.code, body.error.param]).toEqual([400, "missing_required_parameter", "purpose"]);
  });
});

describe("the Files routes of both", () => {
  it("do not show one provider's files to the other", async () => {
    const { anthropic, openai } = await serve();
    const { id } = await anthropic.files.upload({ file: await jpeg() });
    await expect(openai.files.retrieve(id)).rejects.toMatchObject({ status: 404 });
    await expect(openai.files.delete(id)).rejects.toMatchObject({ status: 404 });
    expect((await anthropic.files.retrieveMetadata(id)).id).toBe(id);
  });

  it.each([
    ["anthropic", 500 * MIB, "request_too_large"],
    ["openai", 512_000_000, "invalid_request_error"],
  ])("refuse unread what states more than the cap of %s", async (provider, capBytes, type) => {
    const { url } = await serve({ heldBytes: 1024 * MIB });
    const headers = { "content-type": "multipart/form-data; boundary=b", "content-length": capBytes + MIB };
    const { request, answer } = open(`${url}/${provider}/v1/files`, { headers });
    request.flushHeaders();
    const { status, body } = await answer;
    expect([status, body.error.type]).toEqual([413, type]);
    expect(body.error.message.replaceAll(",", "")).toContain(`${capBytes}`);
    request.destroy();
  });

  it("take a file of exactly the cap and refuse one byte more, whatever the form around it weighs", async () => {
    const { url, budget } = await serve();
    const sized = async (size: number) => {
      const form = new FormData();
      form.append("file", new File([Buffer.alloc(size)], "a.png"));
      return (
        await fetch(`${url}/anthropic/v1/files`, {
          method: "POST",
          body: form,
          headers: { "x-demo-max-request-bytes": "1000" },
        })
      ).status;
    };
    expect([await sized(1000), await sized(1001), await sized(200_000)]).toEqual([200, 413, 413]);
    expect(budget.freeBytes).toBe(64 * MIB);
  });

  it("say that it is the demo that has no room, not the provider", async () => {
    const { url } = await serve({ heldBytes: 1000 });
    for (const size of [1001, 200_000]) {
      const { status, body } = await postForm(`${url}/anthropic/v1/files`, {
        file: new File([Buffer.alloc(size)], "a.png"),
      });
      expect([status, body.error.message]).toEqual([400, expect.stringContaining("has room for 1000 bytes")]);
    }
  });

  it("hold no more bodies than there is memory for", async () => {
    const { url } = await serve({ budget: { freeBytes: 1000 } });
    expect(
      (await postForm(`${url}/anthropic/v1/files`, { file: new File([Buffer.alloc(5000)], "a.png") })).status,
    ).toBe(503);
  });

  it.each([
    ["application/json", "{}", 415],
    ["multipart/form-data", "x", 400],
    ["multipart/form-data; boundary=b", "--b\r\nno form", 400],
    ["multipart/form-data; boundary=b", "", 400],
  ])("refuse a body of type %s that is no form", async (type, body, expected) => {
    const { url, budget } = await serve();
    const { status } = await open(`${url}/openai/v1/files`, { body, headers: { "content-type": type } }).answer;
    expect([status, budget.freeBytes]).toEqual([expected, 64 * MIB]);
  });

  it("give a batch's file a cap of its own, which a header may lower", () => {
    const caps = [
      fileCap("anthropic", { headers: {} }),
      fileCap("openai", { headers: {} }, "vision"),
      fileCap("openai", { headers: {} }, "batch"),
    ];
    expect(caps).toEqual([500 * MIB, 512_000_000, 200_000_000]);
    expect(fileCap("openai", { headers: { "x-demo-max-request-bytes": "7" } }, "batch")).toBe(7);
  });

  it("know no other method", async () => {
    const { url } = await serve();
    expect((await get(`${url}/anthropic/v1/files`)).status).toBe(405);
    expect((await open(`${url}/anthropic/v1/files/file_1`, { method: "PUT", body: "" }).answer).status).toBe(405);
    expect((await get(`${url}/openai/v1/files/file_1/content`)).status).toBe(404);
    const paths = ["/v1/files", "/v1/files/file-1_a", "/v1/files/a/content", "/v1/filesystem", "/v1/messages"];
    expect(paths.map((path) => filesProvider("openai", path))).toEqual([
      "openai",
      "openai",
      "openai",
      undefined,
      undefined,
    ]);
    expect(filesProvider("gemini", "/v1/files")).toBeUndefined();
  });
});
