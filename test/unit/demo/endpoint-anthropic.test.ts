import { Anthropic } from "@anthropic-ai/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { anthropicImage, get, messages, picture, post } from "./endpoint-client.js";

describe("local endpoint: as Anthropic", () => {
  let server: EndpointServer;
  let url: string;
  beforeAll(async () => {
    server = await createEndpointServer();
    url = `${server.url}/anthropic/v1/messages`;
  });
  afterAll(() => server.close());
  const refusal = async (blocks: readonly unknown[]): Promise<string> => {
    const { status, body } = await post(url, messages(blocks));
    expect([status, body.error.type]).toEqual([400, "invalid_request_error"]);
    return body.error.message;
  };

  it("answers with what it received, tool results and earlier messages included", async () => {
    const [jpeg, png] = [await picture(1280, 960), await picture(300, 200, "png")];
    const request = {
      ...messages([]),
      messages: [
        { role: "user", content: [anthropicImage(jpeg), { type: "text", text: "One" }] },
        { role: "assistant", content: "Yes." },
        {
          role: "user",
          content: [{ type: "tool_result", tool_use_id: "t", content: [anthropicImage(png, "image/png")] }],
        },
        { role: "user", content: [{ type: "image", source: { type: "url", url: "https://example.com/a.jpg" } }] },
      ],
    };
    const { status, body } = await post(url, request);
    const bytes = JSON.stringify(request).length.toLocaleString("en-US");
    expect(status).toBe(200);
    expect(body.content[0].text).toMatch(
      /^3 images: 1280 × 960 JPEG \(\d+ kB\), 300 × 200 PNG \(\d+ kB\), image by URL; body /,
    );
    expect(body.content[0].text).toContain(`body ${bytes} bytes`);
    // 46 x 35 and 11 x 8 squares of 28 pixels, and a few tokens of text.
    expect(body.usage.input_tokens).toBeGreaterThan(1610 + 88);
    expect(body.usage.input_tokens).toBeLessThan(1610 + 88 + 40);
  });

  it("takes an image of exactly 10 MB of base64 and refuses four characters more", async () => {
    const jpeg = Buffer.from(await picture(8, 8), "base64");
    const padded = (characters: number) =>
      Buffer.concat([jpeg, Buffer.alloc((characters / 4) * 3 - jpeg.length)]).toString("base64");
    expect((await post(url, messages([anthropicImage(padded(10_485_760))]))).status).toBe(200);
    const message = await refusal([anthropicImage(padded(10_485_764))]);
    expect(message).toBe(
      "messages.0.content.0.image.source.base64: image exceeds 10 MB maximum: 10485764 bytes > 10485760 bytes",
    );
  });

  it("refuses a media type that disagrees with the bytes, naming both", async () => {
    const message = await refusal([anthropicImage(await picture(8, 8, "png"))]);
    expect(message).toContain(
      "specified using the image/jpeg media type, but the image appears to be a image/png image",
    );
  });

  it.each(["image/jpg", "image/bmp", undefined])("refuses the media type %s", async (mediaType) => {
    const image = { type: "image", source: { type: "base64", media_type: mediaType, data: await picture(8, 8) } };
    expect(await refusal([image])).toContain("media_type: Input should be");
  });

  it.each([
    ["a data: prefix", "data:image/jpeg;base64,/9j/", "Invalid base64"],
    ["a length that is no multiple of four", "/9j/4", "Invalid base64"],
    ["URL-safe letters", "_9j_", "Invalid base64"],
    ["nothing", "", "Invalid base64"],
    ["bytes of no picture", Buffer.from("hello world!").toString("base64"), "Could not process image"],
  ])("refuses %s as image data", async (_name, data, words) => {
    expect(await refusal([anthropicImage(data)])).toContain(words);
  });

  it("takes a side of 8000 pixels and refuses 8001", async () => {
    expect((await post(url, messages([anthropicImage(await picture(8000, 4))]))).status).toBe(200);
    expect(await refusal([anthropicImage(await picture(4, 8001))])).toContain("exceed max allowed size: 8000 pixels");
  });

  it("allows 2001 pixels in 20 images and refuses it in 21", async () => {
    const [wide, small] = [anthropicImage(await picture(2001, 4)), anthropicImage(await picture(4, 4))];
    const many = (count: number) => [wide, ...Array.from({ length: count - 1 }, () => small)];
    expect((await post(url, messages(many(20)))).status).toBe(200);
    expect(await refusal(many(21))).toContain("for many-image requests: 2000 pixels");
    const fits = anthropicImage(await picture(2000, 4));
    expect((await post(url, messages([fits, ...many(20).slice(1), small]))).status).toBe(200);
  });

  it("refuses the 601st image", async () => {
    const small = anthropicImage(await picture(1, 1));
    expect((await post(url, messages(Array.from({ length: 600 }, () => small)))).status).toBe(200);
    expect(await refusal(Array.from({ length: 601 }, () => small))).toBe(
      "too many images and documents: 601 + 0 > 600",
    );
  });

  it.each(["model", "max_tokens", "messages"])("asks for %s", async (name) => {
    const { status, body } = await post(url, { ...messages([]), [name]: undefined });
    expect([status, body.error.message]).toEqual([400, `${name}: Field required`]);
  });

  it("counts tokens without max_tokens", async () => {
    const { model, messages: sent } = messages([anthropicImage(await picture(1280, 952))]);
    const { status, body } = await post(`${url}/count_tokens`, { model, messages: sent });
    expect(status).toBe(200);
    expect(body.input_tokens).toBeGreaterThanOrEqual(1564);
    expect(Object.keys(body)).toEqual(["input_tokens"]);
  });

  it("runs a batch from creation to results as the SDK asks for them", async () => {
    const client = new Anthropic({ apiKey: "none", baseURL: `${server.url}/anthropic`, maxRetries: 0 });
    const params = { model: "m", max_tokens: 1, messages: [{ role: "user" as const, content: "Hello" }] };
    const { id, processing_status: status } = await client.messages.batches.create({
      requests: [
        { custom_id: "a", params },
        { custom_id: "b", params },
      ],
    });
    expect(status).toBe("in_progress");
    const seen = [];
    for await (const line of await client.messages.batches.results(id)) seen.push([line.custom_id, line.result.type]);
    expect(seen).toEqual([
      ["a", "succeeded"],
      ["b", "succeeded"],
    ]);
    expect((await get(`${url}/batches/msgbatch_nobody`)).status).toBe(404);
  });

  it("checks the images inside a batch", async () => {
    const params = messages([anthropicImage("!")]);
    const { status, body } = await post(`${url}/batches`, { requests: [{ custom_id: "a", params }] });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining("requests.0.params.messages.0.content.0.image"),
    ]);
  });

  it("knows no other route and no other method", async () => {
    expect((await post(`${server.url}/anthropic/v1/complete`, {})).status).toBe(404);
    expect((await get(url)).status).toBe(405);
  });

  it("gives the SDK its own error class for a body over the cap", async () => {
    const defaultHeaders = { "x-demo-max-request-bytes": "50" };
    const client = new Anthropic({ apiKey: "none", baseURL: `${server.url}/anthropic`, maxRetries: 0, defaultHeaders });
    const sent = client.messages.create({
      model: "m",
      max_tokens: 1,
      messages: [{ role: "user", content: "a".repeat(99) }],
    });
    await expect(sent).rejects.toMatchObject({ status: 413, error: { error: { type: "request_too_large" } } });
  });
});
