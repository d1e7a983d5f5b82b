/** What each stand-in takes and refuses by its endpoint's own caps, asked over HTTP as a program would. */
import {
  azureOpenAI,
  bedrockConverse,
  gemini,
  mistralHttp,
  ollama,
  openRouterHttp,
  vertexClaude,
  xai,
} from "vision-dropzone/endpoints";
import type { PreparedImage } from "vision-dropzone/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { open, picture, post } from "./endpoint-client.js";

const CASES = {
  azure: { endpoint: azureOpenAI, path: "/openai/deployments/d/chat/completions", more: { model: "m" } },
  bedrock: { endpoint: bedrockConverse, path: "/model/anthropic.claude-sonnet-4-6/converse", more: {} },
  gemini: { endpoint: gemini, path: "/v1beta/models/gemini-3-flash:generateContent", more: {} },
  mistral: { endpoint: mistralHttp, path: "/v1/chat/completions", more: { model: "m" } },
  ollama: { endpoint: ollama, path: "/api/chat", more: { model: "m" } },
  openrouter: { endpoint: openRouterHttp, path: "/api/v1/chat/completions", more: { model: "m" } },
  vertex: {
    endpoint: vertexClaude,
    path: "/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict",
    more: {},
  },
  xai: { endpoint: xai, path: "/v1/responses", more: { model: "m" } },
} as const;
type Provider = keyof typeof CASES;

let server: EndpointServer;
const made = new Map<string, PreparedImage>();
beforeAll(async () => {
  server = await createEndpointServer();
  for (const type of ["jpeg", "png", "webp", "gif", "tiff"] as const) {
    const base64 = await picture(8, 8, type);
    // What the bytes are and what is said of them may differ on purpose: a TIFF travels as a JPEG.
    const mediaType = type === "tiff" ? "image/jpeg" : (`image/${type}` as const);
    made.set(type, preparedImage({ base64, mediaType }));
  }
});
afterAll(() => server.close());

const image = (type: string): PreparedImage => made.get(type)!;
const ask = async (provider: Provider, blocks: readonly unknown[], headers: Record<string, string> = {}) => {
  const { endpoint, path, more } = CASES[provider];
  const body = { ...(endpoint.request(blocks as never) as object), ...more };
  const { status, body: answer } = await post(`${server.url}/${provider}${path}`, body, headers);
  return { status, text: JSON.stringify(answer) };
};
const blocksOf = (provider: Provider, images: readonly PreparedImage[]) =>
  images.map((one) => CASES[provider].endpoint.toBlock(one));
const send = (provider: Provider, images: readonly PreparedImage[], headers?: Record<string, string>) =>
  ask(provider, blocksOf(provider, images), headers);

describe("stand-ins: the number of images", () => {
  it.each<[Provider, number, RegExp]>([
    ["azure", 50, /Exceeded maximum number of images \(50\) allowed in the request/],
    ["mistral", 8, /Too many images in request\. Max is 8\./],
    ["openrouter", 20, /Provider returned error.*too many images and documents: 21 \+ 0 > 20/],
    ["bedrock", 100, /The model returned the following errors: too many images and documents: 101 \+ 0 > 100/],
    ["vertex", 100, /too many images and documents: 101 \+ 0 > 100/],
  ])("of %s is %d", async (provider, count, words) => {
    const images = Array.from({ length: count }, () => image("jpeg"));
    expect((await send(provider, images)).status).toBe(200);
    const { status, text } = await send(provider, [...images, image("jpeg")]);
    expect(status).toBe(400);
    expect(text).toMatch(words);
  });

  it.each<Provider>(["xai", "ollama"])("of %s has no limit", async (provider) => {
    expect(
      (
        await send(
          provider,
          Array.from({ length: 700 }, () => image("jpeg")),
        )
      ).status,
    ).toBe(200);
  });
});

describe("stand-ins: the types of images", () => {
  it.each<[Provider, string]>([
    ["azure", "jpeg png webp gif"],
    ["bedrock", "jpeg png webp gif"],
    ["gemini", "jpeg png webp"],
    ["mistral", "jpeg png webp gif"],
    ["ollama", "jpeg png"],
    ["openrouter", "jpeg png webp gif"],
    ["vertex", "jpeg png webp gif"],
    ["xai", "jpeg png"],
  ])("that %s takes are %s", async (provider, types) => {
    const taken = [];
    for (const type of made.keys()) if ((await send(provider, [image(type)])).status === 200) taken.push(type);
    expect(taken.join(" ")).toBe(types);
  });

  it.each<[Provider, number]>([
    ["bedrock", 400],
    ["vertex", 400],
    ["gemini", 200],
    ["azure", 200],
    ["xai", 200],
    ["mistral", 200],
    ["openrouter", 200],
  ])("a PNG called a JPEG is answered by %s with %d", async (provider, status) => {
    expect((await send(provider, [{ ...image("png"), mediaType: "image/jpeg" }])).status).toBe(status);
  });

  it("have the names that Bedrock gives them, and places counted from one", async () => {
    const block = { image: { format: "jpg", source: { bytes: image("jpeg").base64 } } };
    const { status, text } = await ask("bedrock", [{ text: "?" }, block]);
    expect(status).toBe(400);
    expect(text).toContain("Value at 'messages.1.member.content.2.member.image.format' failed");
  });
});

describe("stand-ins: the size of one image", () => {
  it.each<[Provider, number, number]>([
    ["azure", 200, 400],
    ["mistral", 400, 400],
    ["bedrock", 400, 400],
    ["xai", 400, 400],
  ])("is counted by %s on the file or on the base64 text: %d, %d", async (provider, atTheFile, below) => {
    const bytes = Buffer.from(image("jpeg").base64, "base64").length;
    const limit = (cap: number) => ({ "x-demo-lower": `maxImageBytes=${cap}` });
    expect((await send(provider, [image("jpeg")], limit(bytes))).status).toBe(atTheFile);
    expect((await send(provider, [image("jpeg")], limit(bytes - 1))).status).toBe(below);
  });

  it("binds in pixels where the provider says so, the more images the tighter", async () => {
    const wide = preparedImage({ base64: await picture(2001, 4) });
    expect((await send("openrouter", [wide])).text).toContain("max allowed size: 2000 pixels");
    expect((await send("vertex", [wide])).status).toBe(200);
    const many = Array.from({ length: 20 }, () => image("jpeg"));
    expect((await send("vertex", [wide, ...many])).text).toContain("for many-image requests: 2000 pixels");
    expect((await send("xai", [wide])).status).toBe(200);
  });
});

describe("stand-ins: how an image is sent", () => {
  const url = "https://example.com/a.jpg";
  it("is by URL where the API fetches one, and nowhere else", async () => {
    const byUrl = (provider: Provider) => CASES[provider].endpoint.urlBlock?.(url);
    for (const provider of ["azure", "mistral", "openrouter", "xai", "gemini"] as const) {
      const { status, text } = await ask(provider, [byUrl(provider)]);
      expect([status, text.includes("image by URL")], provider).toEqual([200, true]);
    }
    const { status, text } = await ask("vertex", [{ type: "image", source: { type: "url", url } }]);
    expect([status, text.includes("is not inline")]).toEqual([400, true]);
    expect(
      (await ask("bedrock", [{ image: { format: "jpeg", source: { s3Location: { uri: "s3://b/a.jpg" } } } }])).status,
    ).toBe(400);
  });

  it("is plain base64 at Ollama, whose words tell where it goes wrong", async () => {
    const { base64 } = image("jpeg");
    expect((await ask("ollama", [`data:image/jpeg;base64,${base64}`])).text).toBe(
      '{"error":"illegal base64 data at input byte 4"}',
    );
    expect((await ask("ollama", [`${base64.slice(0, 8)}!${base64.slice(9)}`])).text).toContain("input byte 8");
    expect((await ask("ollama", [""])).text).toContain("input byte 0");
  });

  it("is by file id at Gemini once it was uploaded, and at no other provider's", async () => {
    const unknown = await ask("gemini", [
      { fileData: { fileUri: "https://generativelanguage.googleapis.com/v1beta/files/none", mimeType: "image/jpeg" } },
    ]);
    expect(unknown.status).toBe(404);
  });
});

describe("stand-ins: the body", () => {
  it.each<[Provider, number, number]>([
    ["azure", 48_000_000, 400],
    ["bedrock", 20_000_000, 400],
    ["gemini", 100_000_000, 400],
    ["vertex", 30_000_000, 413],
    ["xai", 25_000_000, 413],
    ["openrouter", 20_000_000, 413],
  ])("of %s may have %d bytes; one more is answered unread with %d", async (provider, cap, status) => {
    const url = `${server.url}/${provider}${CASES[provider].path}`;
    const call = open(url, { headers: { "content-length": cap + 1 } });
    call.request.flushHeaders();
    expect((await call.answer).status).toBe(status);
    call.request.destroy();
    const exact = Buffer.alloc(cap, " ");
    exact.write("{}");
    const { status: taken, body } = await open(url, { body: exact }).answer;
    // Read completely, and refused for what is missing in it.
    expect([taken, JSON.stringify(body)]).toEqual([400, expect.not.stringMatching(/size|length|too long|too large/i)]);
  });

  it.each(Object.keys(CASES) as Provider[])("of %s must hold a conversation", async (provider) => {
    const { status } = await post(`${server.url}/${provider}${CASES[provider].path}`, {});
    expect(status).toBe(400);
    expect((await post(`${server.url}/${provider}/v1/nothing`, {})).status).toBe(404);
  });
});

describe("stand-ins: OpenAI's batches", () => {
  const files = (purpose: string, text: string, headers: Record<string, string> = {}) => {
    const form = new FormData();
    form.append("purpose", purpose);
    form.append("file", new File([text], "batch.jsonl"));
    return fetch(`${server.url}/openai/v1/files`, { method: "POST", body: form, headers });
  };
  const batch = (inputFileId: string) =>
    post(`${server.url}/openai/v1/batches`, {
      input_file_id: inputFileId,
      endpoint: "/v1/responses",
      completion_window: "24h",
    });
  const read = async (path: string) => (await fetch(`${server.url}/openai/v1/${path}`)).text();

  it("answer each line apart: a good one in the results, a bad one among the errors", async () => {
    const line = (id: string, data: string) => {
      const input = [
        {
          role: "user",
          content: [{ type: "input_image", detail: "auto", image_url: `data:image/jpeg;base64,${data}` }],
        },
      ];
      return JSON.stringify({
        custom_id: id,
        method: "POST",
        url: "/v1/responses",
        body: { model: "gpt-5.6-terra", input },
      });
    };
    const text = [line("good", image("jpeg").base64), line("bad", "AAAA"), "{ no json", ""].join("\n");
    const { id } = (await (await files("batch", text)).json()) as { id: string };
    const { status, body } = await batch(id);
    expect([status, body.status]).toEqual([200, "in_progress"]);
    const done = JSON.parse(await read(`batches/${body.id}`));
    expect(done).toMatchObject({ status: "completed", request_counts: { total: 3, completed: 1, failed: 2 } });
    const [good] = (await read(`files/${done.output_file_id}/content`)).split("\n").map((one) => JSON.parse(one));
    expect(good).toMatchObject({ custom_id: "good", response: { status_code: 200 } });
    expect(good.response.body.output[0].content[0].text).toContain(
      `batch file ${Buffer.byteLength(text).toLocaleString("en-US")} bytes`,
    );
    const errors = (await read(`files/${done.error_file_id}/content`)).split("\n").map((one) => JSON.parse(one));
    expect(errors.map(({ custom_id: name, response }) => [name, response.status_code])).toEqual([
      ["bad", 400],
      ["", 400],
    ]);
  });

  it("take a file that was uploaded for a batch, below the batch's own cap", async () => {
    const { id } = (await (await files("vision", "{}")).json()) as { id: string };
    expect((await batch(id)).status).toBe(400);
    expect((await batch("file_none")).status).toBe(400);
    expect((await files("batch", "x".repeat(101), { "x-demo-max-request-bytes": "100" })).status).toBe(413);
    expect((await fetch(`${server.url}/openai/v1/files/${id}/content`)).status).toBe(405);
    expect((await fetch(`${server.url}/openai/v1/batches/batch_none`)).status).toBe(404);
  });
});
