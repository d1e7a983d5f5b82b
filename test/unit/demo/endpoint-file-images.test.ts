import { Anthropic } from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { messages, picture, post } from "./endpoint-client.js";

const fileOf = async (...picked: Parameters<typeof picture>) =>
  new File([Buffer.from(await picture(...picked), "base64")], "photo");

describe("local endpoint: images by file id", () => {
  let server: EndpointServer;
  let anthropic: Anthropic;
  let openai: OpenAI;
  beforeAll(async () => {
    server = await createEndpointServer();
    anthropic = new Anthropic({ apiKey: "none", baseURL: `${server.url}/anthropic`, maxRetries: 0 });
    openai = new OpenAI({ apiKey: "none", baseURL: `${server.url}/openai/v1`, maxRetries: 0 });
  });
  afterAll(() => server.close());

  const uploaded = async (...picked: Parameters<typeof picture>) =>
    (await anthropic.files.upload({ file: await fileOf(...picked) })).id;
  const claude = (ids: readonly string[]) =>
    post(
      `${server.url}/anthropic/v1/messages`,
      messages(ids.map((file_id) => ({ type: "image", source: { type: "file", file_id } }))),
    );
  const responses = (file_id: string) =>
    post(`${server.url}/openai/v1/responses`, {
      model: "gpt-5.6-terra",
      input: [{ role: "user", content: [{ type: "input_image", detail: "auto", file_id }] }],
    });

  it("are answered by Anthropic's routes with the picture's size, in a body of a few hundred bytes", async () => {
    const { status, body } = await claude([await uploaded(1280, 960), await uploaded(300, 200, "png")]);
    expect(status).toBe(200);
    expect(body.content[0].text).toMatch(
      /^2 images: 1280 × 960 JPEG \(\d+ kB, by file id\), 300 × 200 PNG \(\d+ kB, by file id\); body \d{3} bytes$/,
    );
    expect(body.usage.input_tokens).toBeGreaterThan(46 * 35);
  });

  it("are answered by OpenAI's Responses with the picture's size", async () => {
    const { id } = await openai.files.create({ file: await fileOf(1280, 960), purpose: "vision" });
    const { status, body } = await responses(id);
    expect(status).toBe(200);
    expect(body.output[0].content[0].text).toMatch(
      /^1 image: 1280 × 960 JPEG \(\d+ kB, by file id\); body \d{3} bytes$/,
    );
    expect(body.usage.input_tokens).toBe(1440 + 3);
  });

  it("obey the same rules about pixels as images in the request", async () => {
    const { status, body } = await claude([await uploaded(8001, 8)]);
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining("dimensions exceed max allowed size: 8000 pixels"),
    ]);
    const large = await uploaded(2001, 8);
    expect((await claude(Array.from({ length: 20 }, () => large))).status).toBe(200);
    const many = await claude(Array.from({ length: 21 }, () => large));
    expect(many.body.error.message).toContain("many-image requests: 2000 pixels");
  });

  it("are refused when the file is no picture", async () => {
    const text = new File(["no picture"], "notes.txt", { type: "text/plain" });
    expect((await claude([(await anthropic.files.upload({ file: text })).id])).body.error.message).toContain(
      "Could not process image",
    );
    const { id } = await openai.files.create({ file: text, purpose: "vision" });
    expect((await responses(id)).body.error.message).toContain("does not represent a valid image");
  });

  it("are refused if they were not uploaded, or only to the other provider", async () => {
    const id = await uploaded(8, 8);
    expect((await claude(["file_none"])).body.error).toMatchObject({
      type: "not_found_error",
      message: "File not found: file_none",
    });
    const { status, body } = await responses(id);
    expect([status, body.error.code, body.error.param]).toEqual([
      400,
      "image_file_not_found",
      "input[0].content[0].file_id",
    ]);
  });
});
