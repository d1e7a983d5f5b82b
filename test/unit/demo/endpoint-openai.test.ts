import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { chat, get, picture, post } from "./endpoint-client.js";

const dataUrl = (data: string, mediaType = "image/jpeg") => `data:${mediaType};base64,${data}`;

describe("local endpoint: as OpenAI", () => {
  let server: EndpointServer;
  let url: string;
  beforeAll(async () => {
    server = await createEndpointServer();
    url = `${server.url}/openai/v1/chat/completions`;
  });
  afterAll(() => server.close());
  const refusal = async (urls: readonly string[]) => {
    const { status, body } = await post(url, chat(urls));
    expect([status, body.error.type]).toEqual([400, "invalid_request_error"]);
    return body.error;
  };

  it("answers Chat Completions with what it received", async () => {
    const request = chat([dataUrl(await picture(1280, 960)), "https://example.com/a.jpg"]);
    const { status, body } = await post(url, request);
    expect(status).toBe(200);
    const bytes = JSON.stringify(request).length.toLocaleString("en-US");
    expect(body.choices[0].message.content).toMatch(/^2 images: 1280 × 960 JPEG \(\d+ kB\), image by URL; body /);
    expect(body.choices[0].message.content).toContain(`body ${bytes} bytes`);
    // 40 x 30 patches of 32 pixels, 1.2 tokens each.
    expect(body.usage.prompt_tokens).toBe(1440 + 3);
  });

  it("answers Responses with what it received", async () => {
    const image = {
      type: "input_image",
      detail: "auto",
      image_url: dataUrl(await picture(64, 32, "png"), "image/png"),
    };
    const input = [{ role: "user", content: [image, { type: "input_text", text: "What?" }] }];
    const { status, body } = await post(`${server.url}/openai/v1/responses`, { model: "gpt-5.6-terra", input });
    expect(status).toBe(200);
    expect(body.output[0].content[0].text).toMatch(/^1 image: 64 × 32 PNG \(\d+ kB\); body \d+ bytes$/);
    const prompt = await post(`${server.url}/openai/v1/responses`, { model: "gpt-5.6-terra", input: "Hello" });
    expect(prompt.body.output[0].content[0].text).toMatch(/^No images; /);
  });

  it("lets a wrong media type pass, as the real one does", async () => {
    expect((await post(url, chat([dataUrl(await picture(8, 8, "png"), "image/jpeg")]))).status).toBe(200);
  });

  it("refuses other formats, by content", async () => {
    const error = await refusal([dataUrl(await picture(8, 8, "tiff"))]);
    expect(error).toMatchObject({
      code: "invalid_image_format",
      message: expect.stringContaining("unsupported image"),
    });
  });

  it.each([
    ["no bytes", "", "got empty base64-encoded bytes"],
    ["no base64", "***", "does not represent a valid image"],
    ["no picture", Buffer.from("hello world!").toString("base64"), "does not represent a valid image"],
  ])("refuses %s", async (_name, data, words) => {
    expect(await refusal([dataUrl(data)])).toMatchObject({
      code: "invalid_value",
      param: "messages",
      message: expect.stringContaining(words),
    });
  });

  it("takes 30,000 patches and refuses more", async () => {
    // 5664 x 5408 pixels are 177 x 169 = 29,913 patches; 32 pixels more on a side are 178 x 169 = 30,082.
    expect((await post(url, chat([dataUrl(await picture(5664, 5408, "png"))]))).status).toBe(200);
    expect((await refusal([dataUrl(await picture(5696, 5408, "png"))])).message).toBe(
      "The image requires 30082 patches after processing, exceeding the limit of 30000. Please resize the image and try again.",
    );
  });

  it("refuses images between the two measured body sizes, with a 400", async () => {
    const jpeg = Buffer.from(await picture(8, 8), "base64");
    const part = dataUrl(Buffer.concat([jpeg, Buffer.alloc(2_050_000 - jpeg.length)]).toString("base64"));
    expect((await post(url, chat(Array.from({ length: 17 }, () => part)))).status).toBe(200);
    const error = await refusal(Array.from({ length: 18 }, () => part));
    expect(error.message).toMatch(/^Total image size is 49\.\d\dMB, which exceeds the allowed limit of 48MB\.$/);
    expect(error).toMatchObject({ code: null, param: "messages" });
  });

  it("refuses the 1501st image", async () => {
    const small = dataUrl(await picture(1, 1));
    expect((await post(url, chat(Array.from({ length: 1500 }, () => small)))).status).toBe(200);
    expect((await refusal(Array.from({ length: 1501 }, () => small))).message).toContain(
      "1,501 images, where 1,500 are taken",
    );
  });

  it.each([
    ["a model", { messages: [{ role: "user", content: "Hi" }] }, "you must provide a model parameter"],
    ["messages", { model: "m" }, "Missing required parameter: 'messages'."],
    ["a request without stream", { ...chat([]), stream: true }, "answers in one piece"],
    ["an object", "[1]", "expected an object"],
  ])("asks for %s", async (_name, body, words) => {
    const answer = await post(url, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(words);
  });

  it("knows no other route and no other method", async () => {
    expect((await post(`${server.url}/openai/v1/embeddings`, {})).body.error.code).toBe("unknown_url");
    expect((await get(url)).status).toBe(405);
  });
});
