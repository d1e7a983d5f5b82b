import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import {
  anthropicMessages,
  claudeStandard,
  ollama,
  openaiChat,
  openaiGpt4o,
  openaiResponses,
  withDetail,
  xai,
} from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";

const sent = (body: unknown) => new TextEncoder().encode(JSON.stringify(body)).length;
const images = [preparedImage({ bytes: 150_001 }), preparedImage({ bytes: 99_998 }), preparedImage({ bytes: 3 })];

describe("estimateRequest: exact once images are ready", () => {
  test.each([
    ["anthropicMessages", anthropicMessages],
    ["openaiChat", openaiChat],
    ["openaiResponses", openaiResponses],
  ])("%s, with a conversation of any text", (_name, endpoint) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 3 }), (text, count) => {
        const some = images.slice(0, count);
        const request = (blocks: readonly unknown[]) => ({
          model: "m",
          messages: [{ role: "user", content: [...blocks, { type: "text", text }] }],
        });
        const estimate = estimateRequest<unknown>({ endpoint, images: some, request });
        expect(estimate.bytes).toBe(sent(request(some.map((image) => endpoint.toBlock(image)))));
        expect(estimate).toMatchObject({ exact: true, covers: "request" });
        expect(estimate.parts.conversation + estimate.parts.images + estimate.parts.pending).toBe(estimate.bytes);
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, (blocks: readonly unknown[]) => unknown]>([
    ["copied blocks", (blocks) => ({ content: blocks.map((block) => ({ ...(block as object) })) })],
    [
      "blocks with members added",
      (blocks) => ({
        content: blocks.map((block) => ({ ...(block as object), cache_control: { type: "ephemeral" } })),
      }),
    ],
    ["blocks that stand twice", (blocks) => ({ content: [...blocks, ...blocks] })],
    ["one block twice", (blocks) => ({ content: [...blocks, blocks[0]] })],
    ["an array as the body", (blocks) => blocks],
    ["the endpoint's default", (blocks) => anthropicMessages.request(blocks as never)],
  ])("%s", (_name, request) => {
    const estimate = estimateRequest<unknown>({ endpoint: anthropicMessages, images, request });
    expect(estimate.bytes).toBe(sent(request(images.map((image) => anthropicMessages.toBlock(image)))));
  });

  it("says that it covers the images only where it does not know the app's request", () => {
    const estimate = estimateRequest({ endpoint: anthropicMessages, images });
    expect(estimate).toMatchObject({
      exact: true,
      covers: "images",
      bytes: sent(anthropicMessages.request(images.map(anthropicMessages.toBlock))),
    });
  });

  it("shows the app's request blocks with empty payloads: a keystroke builds no base64", () => {
    const seen: string[] = [];
    estimateRequest({
      endpoint: anthropicMessages,
      images,
      request: (blocks) => {
        seen.push(JSON.stringify(blocks));
        return { blocks };
      },
    });
    expect(seen.join("").length).toBeLessThan(400);
  });
});

describe("estimateRequest: images sent by address", () => {
  const link = { url: "https://example.com/a.jpg" };
  const block = { type: "image", source: { type: "url", ...link } };

  it("counts the address where it stands, in the order given", () => {
    const seen: unknown[][] = [];
    const estimate = estimateRequest({
      endpoint: anthropicMessages,
      images: [link, images[0]!, link],
      request: (blocks) => (seen.push(blocks), { blocks }),
    });
    expect(seen[0]!.map((one) => (one as { source: { type: string } }).source.type)).toEqual(["url", "base64", "url"]);
    expect(estimate).toMatchObject({
      bytes: JSON.stringify({ blocks: [block, anthropicMessages.toBlock(images[0]!), block] }).length,
      exact: true,
    });
    expect(estimate.parts.images).toBe(2 * JSON.stringify(block).length + 79 + images[0]!.base64.length);
  });

  it("counts what is given twice twice", () => {
    const twice = [link, images[0]!, link, images[0]!];
    const blocks = twice.map((one) => ("base64" in one ? anthropicMessages.toBlock(one) : block));
    const { bytes, parts } = estimateRequest({
      endpoint: anthropicMessages,
      images: twice,
      request: (given) => ({ given }),
    });
    expect([bytes, parts.images]).toEqual([
      JSON.stringify({ given: blocks }).length,
      blocks.reduce((sum, one) => sum + JSON.stringify(one).length, 0),
    ]);
  });

  it("does not count them as photos: what fits, and what to remove, is based on photos", () => {
    const request = { endpoint: anthropicMessages, maxFiles: 1000 };
    const alone = estimateRequest({ ...request, images: images.slice(0, 1) });
    const beside = estimateRequest({ ...request, images: [images[0]!, link, link] });
    expect(alone.imagesThatStillFit - beside.imagesThatStillFit).toBeLessThan(2);
    const { advice } = estimateRequest({ ...request, images: [images[0]!, link], maxRequestBytes: 1000 });
    expect(advice.find(({ code }) => code === "remove")!.message).toBe("Remove one image to send this.");
    expect(estimateRequest({ ...request, images: [link], maxRequestBytes: 100 }).advice).toMatchObject([
      { message: expect.stringMatching(/^Shorten the message or the conversation/) },
    ]);
  });

  it("counts the images whose bytes are in the request, not those that went to the Files API", () => {
    const mixed = [
      preparedImage({ id: "stored", bytes: 90_000 }),
      preparedImage({ id: "large", bytes: 150_000 }),
      preparedImage({ id: "small", bytes: 100_000 }),
    ];
    const input = { endpoint: anthropicMessages, images: mixed, fileIds: new Map([["stored", "file_1"]]) };
    const { bytes } = estimateRequest(input);
    const { advice } = estimateRequest({ ...input, maxRequestBytes: bytes - 130_000 });
    expect(advice.find(({ code }) => code === "remove")!.message).toBe("Remove one image to send this.");
  });

  it("is a bad call where the endpoint takes none", () => {
    expect(() => estimateRequest({ endpoint: ollama, images: [link] })).toThrow(/Ollama accepts no images by address/);
  });

  it("leaves a prepared image inline that carries a url of the app's own", () => {
    const named = { ...images[0]!, url: "blob:mine" };
    expect(estimateRequest({ endpoint: anthropicMessages, images: [named] }).bytes).toBe(
      estimateRequest({ endpoint: anthropicMessages, images: [images[0]!] }).bytes,
    );
  });
});

describe("estimateRequest: while images are pending", () => {
  const header = {
    mediaType: "image/jpeg",
    width: 4032,
    height: 3024,
    orientation: 1,
    frames: "one",
    alpha: false,
    bytes: 4_000_000,
  } as const;

  it("says that it is an estimate, and counts them apart", () => {
    const estimate = estimateRequest({ endpoint: anthropicMessages, images: [images[0]!], pending: [{ header }] });
    expect(estimate.exact).toBe(false);
    expect(estimate.parts.pending).toBeGreaterThan(100_000);
    expect(estimate.parts.pending).toBeLessThan(600_000);
    expect(estimate.parts.images).toBe(79 + images[0]!.base64.length);
  });

  it("expects of a JPEG that will be kept the bytes it has", () => {
    const kept = { ...header, width: 800, height: 600, bytes: 30_000 };
    expect(
      estimateRequest({ endpoint: anthropicMessages, images: [], pending: [{ header: kept }] }).parts.pending,
    ).toBe(79 + 40_000);
  });

  it("guesses a full box before the header is read", () => {
    const unknown = estimateRequest({ endpoint: anthropicMessages, images: [], pending: [{}] });
    const known = estimateRequest({ endpoint: anthropicMessages, images: [], pending: [{ header }] });
    expect(unknown.parts.pending).toBe(known.parts.pending);
  });
});

describe("estimateRequest: the limits", () => {
  const bodyOf = (bytes: number) => (_blocks: readonly unknown[]) => ({ t: "x".repeat(bytes - 8) });
  const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxRequestBytes: 1_000_000 } };

  test.each([
    ["below 80 %", 799_999, "ok"],
    ["from 80 % on", 800_000, "near"],
    ["exactly the cap", 1_000_000, "near"],
    ["one byte over", 1_000_001, "over"],
  ])("%s", (_name, bytes, level) => {
    const estimate = estimateRequest({ endpoint, images: [], request: bodyOf(bytes) });
    expect(estimate).toMatchObject({ bytes, cap: 1_000_000, level, ratio: bytes / 1_000_000 });
    expect(estimate.advice.length > 0).toBe(
      level === "over" || estimate.advice.some(({ code }) => code === "batch-api"),
    );
  });

  it("names whose limit is the smallest", () => {
    const request = bodyOf(100);
    expect(estimateRequest({ endpoint, images: [], request })).toMatchObject({ cap: 1_000_000, capOwner: "endpoint" });
    expect(estimateRequest({ endpoint, images: [], request, maxRequestBytes: 4_500 })).toMatchObject({
      cap: 4_500,
      capOwner: "app",
    });
    expect(estimateRequest({ endpoint, images: [], request, maxRequestBytes: 9e9 })).toMatchObject({
      cap: 1_000_000,
      capOwner: "endpoint",
    });
    const open = { ...endpoint, caps: { mediaTypes: endpoint.caps.mediaTypes } };
    const free = estimateRequest({ endpoint: open, images: [], request });
    expect(free).toMatchObject({
      cap: Number.POSITIVE_INFINITY,
      capOwner: "none",
      ratio: 0,
      level: "ok",
      imagesThatStillFit: Number.POSITIVE_INFINITY,
    });
  });

  it("counts how many more images of the present size fit, by bytes and by places", () => {
    const some = [preparedImage({ bytes: 75_000 }), preparedImage({ bytes: 75_000 })]; // 100,000 characters each
    expect(estimateRequest({ endpoint, images: some }).imagesThatStillFit).toBe(7);
    const few = { ...endpoint, caps: { ...endpoint.caps, maxImages: 3 } };
    expect(estimateRequest({ endpoint: few, images: some }).imagesThatStillFit).toBe(1);
    expect(estimateRequest({ endpoint: few, images: some, earlierImageCount: 1 }).imagesThatStillFit).toBe(0);
    expect(estimateRequest({ endpoint, images: some, maxFiles: 4 }).imagesThatStillFit).toBe(2);
  });

  it("is over when there are more images than the endpoint takes, whatever their bytes", () => {
    const one = { ...endpoint, caps: { ...endpoint.caps, maxImages: 1 } };
    const estimate = estimateRequest({ endpoint: one, images: images.slice(1) });
    expect(estimate.level).toBe("over");
    expect(estimate.advice[0]).toMatchObject({ code: "fewer-images", images: 1, maxImages: 1 });
  });

  it("says how many to remove, and where to go instead", () => {
    const large = Array.from({ length: 12 }, () => preparedImage({ bytes: 75_000 }));
    const codes = estimateRequest({ endpoint, images: large }).advice.map(({ code }) => code);
    expect(codes).toEqual(["remove", "shrink", "files-api", "batch-api"]);
    expect(estimateRequest({ endpoint, images: large }).advice[0]?.message).toBe("Remove 3 images to send this.");
    const behindTheApp = estimateRequest({ endpoint, images: large, maxRequestBytes: 900_000 }).advice.map(
      ({ code }) => code,
    );
    expect(behindTheApp).toEqual(["remove", "shrink", "files-api"]);
  });

  test.each([
    [
      "none failed: what uploading can do is done already",
      { underWay: 0, failed: 0 },
      ["remove", "shrink", "batch-api"],
      /^Remove 3 images/,
    ],
    [
      "one failed",
      { underWay: 0, failed: 1 },
      ["retry-upload", "remove", "shrink", "batch-api"],
      /^Upload failed for one image\. Try again\.$/,
    ],
    [
      "several failed",
      { underWay: 0, failed: 4 },
      ["retry-upload", "remove", "shrink", "batch-api"],
      /^Upload failed for 4 images\. Try again\.$/,
    ],
    [
      "some under way: what else to do is not known yet",
      { underWay: 2, failed: 1 },
      ["files-api"],
      /^Uploading 2 images\./,
    ],
  ])("if the app uploads, depends on the result: %s", (_name, uploads, codes, first) => {
    const large = Array.from({ length: 12 }, () => preparedImage({ bytes: 75_000, width: 800, height: 600 }));
    const { advice } = estimateRequest({ endpoint, images: large, uploads });
    expect(advice.map(({ code }) => code)).toEqual(codes);
    expect(advice[0]!.message).toMatch(first);
  });
});

describe("estimateRequest: what request may return", () => {
  test.each<[string, object]>([
    ["a list", [{ a: 1 }]],
    ["an object of another window", runInNewContext("({ a: 1 })") as object],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
    ["an object that writes itself", Object.assign(new Map([["a", 1]]), { toJSON: () => ({ a: 1 }) })],
    [
      "an object of a class",
      new (class Body {
        a = 1;
      })(),
    ],
  ])("%s", (_, body) => {
    const { bytes } = estimateRequest({ endpoint: anthropicMessages, images: [], request: () => body });
    expect(bytes).toBe(JSON.stringify(body).length);
  });
});

describe("estimateRequest: a bad request function", () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      "that throws",
      () => {
        throw new Error("no model");
      },
      /request\(blocks\) threw while the meter measured: Error: no model/,
    ],
    ["that returns nothing", () => undefined, /must return the body as an object, .+ not Undefined\./],
    ["that returns null", () => null, /not Null\./],
    ["that returns text", () => JSON.stringify({ model: "m" }), /before JSON\.stringify, not String\./],
    ["that is asynchronous", async () => ({ model: "m" }), /not Promise\./],
    ["that returns a form", () => new FormData(), /not FormData\./],
    ["that returns bytes", () => new Uint8Array(9), /not Uint8Array\./],
    [
      "whose body refers to itself",
      () => {
        const body: { self?: unknown } = {};
        body.self = body;
        return body;
      },
      /refers to itself/,
    ],
  ])("%s is a TypeError that says what to do", (_name, request, message) => {
    const estimate = () => estimateRequest({ endpoint: anthropicMessages, images: [], request });
    expect(estimate).toThrow(TypeError);
    expect(estimate).toThrow(message);
  });
});

describe("estimateRequest: tokens", () => {
  it("counts the finished images by the endpoint's rule, and says whose rule it is", () => {
    const estimate = estimateRequest({
      endpoint: anthropicMessages,
      images: [preparedImage(), preparedImage({ width: 720, height: 960 })],
    });
    expect(estimate.tokens).toMatchObject({ total: 1610 + 910, perImage: [1610, 910] });
    expect(estimate.tokens?.model).toContain("Claude");
  });

  it("follows the model that the app names, and the detail that the blocks ask for", () => {
    const tiled = { ...openaiChat, tokenModel: openaiGpt4o };
    expect(estimateRequest({ endpoint: tiled, images: [preparedImage()] }).tokens?.total).toBe(765);
    expect(estimateRequest({ endpoint: withDetail(tiled, "low"), images: [preparedImage()] }).tokens?.total).toBe(85);
  });

  it("gives no figure where no rule is published", () => {
    expect(estimateRequest({ endpoint: xai, images: [preparedImage()] }).tokens).toBeUndefined();
  });

  it("says when a picture will be downsized again, and which box avoids it", () => {
    const advice = (endpoint: Endpoint<unknown>, size: { width: number; height: number }) =>
      estimateRequest({ endpoint, images: [preparedImage(size)] }).advice;
    const older = { ...anthropicMessages, tokenModel: claudeStandard };
    const [resampled] = advice(older, { width: 1280, height: 960 });
    expect(resampled).toMatchObject({
      code: "resampled",
      message: expect.stringMatching(
        /^1280 × 960 is downsized again to 1270 × 952 by Claude.*1280 × 952\) avoids it\.$/,
      ),
    });
    expect(advice(older, { width: 1280, height: 952 })).toEqual([]);
    expect(advice(older, { width: 720, height: 960 })).toEqual([]);
    expect(advice(anthropicMessages, { width: 1280, height: 960 })).toEqual([]);
  });
});

describe("estimateRequest: maxTokensPerRequest", () => {
  // 1280x952: 46 x 34 patches of 28 pixels.
  const picture = () => preparedImage({ width: 1280, height: 952, bytes: 150_000 });
  const each = estimateRequest({ endpoint: anthropicMessages, images: [picture()] }).tokens!.total;
  const of = (
    count: number,
    more: Partial<Parameters<typeof estimateRequest>[0]> = {},
    endpoint: Endpoint<never> = anthropicMessages as never,
  ) => estimateRequest({ endpoint, images: Array.from({ length: count }, picture), ...more });

  test.each<[string, ReturnType<typeof of>, object]>([
    ["none given: as ever", of(2), { level: "ok", limitedBy: "bytes", tokens: { total: 2 * each, conversation: 0 } }],
    ["far off", of(1, { maxTokensPerRequest: 100 * each }), { level: "ok" }],
    [
      "at 80 %",
      of(4, { maxTokensPerRequest: 5 * each }),
      { level: "near", limitedBy: "tokens", imagesThatStillFit: 1, advice: [] },
    ],
    [
      "full to the token",
      of(5, { maxTokensPerRequest: 5 * each }),
      { level: "near", limitedBy: "tokens", imagesThatStillFit: 0 },
    ],
    [
      "one token more",
      of(5, { maxTokensPerRequest: 5 * each - 1 }),
      {
        level: "over",
        limitedBy: "tokens",
        imagesThatStillFit: 0,
        ratio: expect.toSatisfy((ratio: number) => ratio < 0.1),
      },
    ],
    [
      "the conversation counts",
      of(1, { maxTokensPerRequest: 5 * each, conversationTokens: 4 * each + 1 }),
      { level: "over", limitedBy: "tokens", tokens: { total: each, conversation: 4 * each + 1, limit: 5 * each } },
    ],
    [
      "images under way count as the others",
      of(1, { maxTokensPerRequest: 2 * each, pending: [{}, {}] }),
      { level: "over", limitedBy: "tokens", exact: false, tokens: { total: each } },
    ],
    [
      "an empty list",
      of(0, { maxTokensPerRequest: 3 * each }),
      { level: "ok", imagesThatStillFit: expect.toSatisfy((count: number) => count === 2 || count === 3) },
    ],
    [
      "both over, the bytes by more",
      of(2, { maxTokensPerRequest: 2 * each - 1, maxRequestBytes: 100_000 }),
      { level: "over", limitedBy: "bytes" },
    ],
    [
      "both over, the tokens by more",
      of(2, { maxTokensPerRequest: 10, maxRequestBytes: 400_000 }),
      { level: "over", limitedBy: "tokens" },
    ],
    [
      "too many images",
      of(3, { maxTokensPerRequest: 100_000 }, {
        ...anthropicMessages,
        caps: { ...anthropicMessages.caps, maxImages: 2 },
      } as never),
      { level: "over", limitedBy: "images" },
    ],
    ["an endpoint that counts none", of(2, { maxTokensPerRequest: 1 }, ollama as never), { level: "ok" }],
  ])("%s", (_name, estimate, expected) => expect(estimate).toMatchObject(expected));

  it("names no limit where there is none", () => {
    expect(of(1, {}, { ...ollama, tokenModel: undefined } as never)).not.toHaveProperty("limitedBy");
  });

  it("advises what saves tokens, and nothing that does not", () => {
    const { advice } = of(5, { maxTokensPerRequest: 3 * each + 1, conversationTokens: 1 });
    expect(advice.map(({ code }) => code)).toEqual(["remove", "shrink"]);
    expect(advice[0]!.message).toBe("Remove 2 images to send this.");
    expect(of(1, { maxTokensPerRequest: 10, conversationTokens: 100 }).advice[0]!.message).toBe(
      "Remove one image and shorten the conversation to send this.",
    );
    expect(of(0, { maxTokensPerRequest: 10, conversationTokens: 11 }).advice).toMatchObject([
      { excess: 1, message: "Shorten the message or the conversation to send this." },
    ]);
  });

  it("never says ok beyond a limit, nor over below all of them", () => {
    fc.assert(
      fc.property(
        fc.nat(6),
        fc.integer({ min: 1, max: 20_000 }),
        fc.nat(9000),
        fc.integer({ min: 300, max: 2_000_000 }),
        (count, maxTokensPerRequest, conversationTokens, maxRequestBytes) => {
          const { level, bytes, cap, tokens, limitedBy, imagesThatStillFit } = of(count, {
            maxTokensPerRequest,
            conversationTokens,
            maxRequestBytes,
          });
          const overTokens = tokens!.total + tokens!.conversation > maxTokensPerRequest;
          expect(level === "over").toBe(bytes > cap || overTokens);
          if (level === "over") expect(limitedBy === "tokens" ? overTokens : bytes > cap).toBe(true);
          if (level === "over") expect(imagesThatStillFit).toBe(0);
        },
      ),
    );
  });
});

test("former names: mean what their new names mean, and the new one counts", () => {
  const some = { endpoint: anthropicMessages, images };
  expect(estimateRequest({ ...some, requestBytes: 1000 }).cap).toBe(1000);
  expect(estimateRequest({ ...some, requestBytes: 1000, maxRequestBytes: 2000 }).cap).toBe(2000);
  const room = (earlier: object) => estimateRequest({ ...some, ...earlier }).imagesThatStillFit;
  const before = anthropicMessages.caps.maxImages! - images.length - 1;
  expect(room({ earlierImages: before })).toBe(1);
  expect(room({ earlierImageCount: before })).toBe(1);
});
