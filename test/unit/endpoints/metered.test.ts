/** Endpoints under the meter: exact for every form of block, and with limits that a spread changes. */
import { describe, expect, it, test } from "vitest";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { estimateRequest } from "../../../src/meter/estimate-request.js";
import { toBlock } from "../../../src/meter/to-block.js";
import * as endpoints from "../../../src/endpoints.js";
import { preparedDocument, preparedImage } from "../../fixtures/prepared-image.js";

const sent = (body: unknown) => new TextEncoder().encode(JSON.stringify(body)).length;
const images = [preparedImage({ bytes: 150_001 }), preparedImage({ bytes: 99_998 }), preparedImage({ bytes: 3 })];

/** What is on the wire, for the forms that an SDK rewrites. */
const WIRE_FORMS: Readonly<Record<string, Endpoint<unknown>>> = {
  "bedrock-converse-sdk": endpoints.bedrockConverse,
  mistral: endpoints.mistralHttp,
  openrouter: endpoints.openRouterHttp,
};
const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => "toBlock" in value);

describe.each(all.map((endpoint) => [endpoint.id, endpoint] as const))("%s under the meter", (id, given) => {
  const endpoint: Endpoint<unknown> = given;
  const wire = WIRE_FORMS[id] ?? endpoint;
  const onWire = images.map((image) => wire.toBlock(image));

  it("is exact with the default body", () => {
    const estimate = estimateRequest({ endpoint, images });
    expect(estimate.bytes).toBe(sent(wire.request(onWire)));
    expect(estimate.parts.images).toBe(onWire.reduce<number>((sum, block) => sum + sent(block), 0));
    expect(estimate.exact).toBe(true);
  });

  it("is exact with the app's body, its blocks copied or not", () => {
    const request = (blocks: readonly unknown[]) => ({ model: "é", turns: [{ content: [...blocks, { text: "hi" }] }] });
    expect(estimateRequest({ endpoint, images, request }).bytes).toBe(sent(request(onWire)));
    const copying = (blocks: readonly unknown[]) =>
      request(blocks.map((block) => (typeof block === "object" ? { ...block, extra: 1 } : block)));
    expect(estimateRequest({ endpoint, images, request: copying }).bytes).toBe(sent(copying(onWire)));
  });

  it.runIf(endpoint.documents)("counts PDF files to the byte, as a part of their own", () => {
    const pdfs = [
      preparedDocument({ bytes: 70_001, name: 'Über "uns".pdf' }),
      preparedDocument({ bytes: 12, id: "b" }),
    ];
    const parts = [images[0]!, pdfs[0]!, images[1]!, pdfs[1]!];
    const block = (part: (typeof parts)[number], to = wire) =>
      "pageCount" in part ? to.documents!.toBlock(part) : to.toBlock(part);
    const request = (blocks: readonly unknown[]) => ({ text: "é", content: blocks });
    const estimate = estimateRequest({ endpoint, images: parts, request });
    const blocks = parts.map((part) => block(part));
    expect(estimate.bytes).toBe(sent(request(blocks)));
    expect(estimate.parts.documents).toBe(sent(blocks[1]) + sent(blocks[3]));
    expect(estimate.parts.images).toBe(sent(blocks[0]) + sent(blocks[2]));
    const { conversation, images: ofImages, documents = 0, pending } = estimate.parts;
    expect(conversation + ofImages + documents + pending).toBe(estimate.bytes);
    expect(estimate.exact).toBe(true);
  });

  it("hands the block over as a plain value", () => {
    expect(toBlock(images[0]!, endpoint)).toEqual(endpoint.toBlock(images[0]!));
  });

  it("yields to the app's own cap when that is smaller, and to the endpoint's when it is not", () => {
    const cap = endpoint.caps.maxRequestBytes ?? Number.POSITIVE_INFINITY;
    expect(estimateRequest({ endpoint, images, maxRequestBytes: 4_500_000 })).toMatchObject({
      cap: 4_500_000,
      capOwner: "app",
    });
    const theirs = estimateRequest({ endpoint, images, maxRequestBytes: 1e12 });
    expect(theirs.cap).toBe(Math.min(cap, 1e12));
    expect(theirs.capOwner).toBe(cap < 1e12 ? "endpoint" : "app");
  });
});

describe("metered endpoints: a custom endpoint is a spread of one of ours", () => {
  const mine: Endpoint<endpoints.OpenaiChatImagePart> = {
    ...endpoints.openaiChat,
    id: "my-gateway",
    label: "My gateway",
    caps: { ...endpoints.openaiChat.caps, maxRequestBytes: 400_000, maxImages: 2, mediaTypes: ["image/jpeg"] },
    request: (blocks) => ({ prompt: "", attachments: blocks }),
  };

  test("its limits are the ones that count", () => {
    const some = images.slice(0, 2);
    const estimate = estimateRequest({ endpoint: mine, images: some });
    expect(estimate).toMatchObject({ cap: 400_000, capOwner: "endpoint", level: "near" });
    expect(estimate.bytes).toBe(sent({ prompt: "", attachments: some.map((image) => mine.toBlock(image)) }));
    expect(estimateRequest({ endpoint: mine, images })).toMatchObject({ level: "over" });
  });

  test("and ours stay as they are", () => {
    expect(endpoints.openaiChat.caps.maxRequestBytes).toBe(48_000_000);
    expect(endpoints.openaiChat.id).toBe("openai-chat");
  });

  test("Ollama Cloud, as its doc comment says", () => {
    const cloud = { ...endpoints.ollama, caps: { ...endpoints.ollama.caps, maxRequestBytes: 16 * 2 ** 20 } };
    expect(estimateRequest({ endpoint: cloud, images })).toMatchObject({ cap: 16_777_216, capOwner: "endpoint" });
    expect(estimateRequest({ endpoint: endpoints.ollama, images })).toMatchObject({
      cap: Number.POSITIVE_INFINITY,
      capOwner: "none",
      level: "ok",
    });
  });
});

describe("metered endpoints: earlier messages in the SDK's own form", () => {
  test.each<[string, Endpoint<unknown>, Endpoint<unknown>]>([
    ["bedrock", endpoints.bedrockConverseSdk, endpoints.bedrockConverse],
    ["mistral", endpoints.mistral, endpoints.mistralHttp],
    ["openrouter", endpoints.openRouter, endpoints.openRouterHttp],
  ])("%s: are counted as they stand on the wire, images by bytes and by URL", (_name, endpoint, wire) => {
    const request = (form: Endpoint<unknown>) => (blocks: readonly unknown[]) => {
      const byUrl = form.urlBlock ? [form.urlBlock("https://a.example/ü.jpg")] : [];
      const earlier = { role: "user", content: [form.toBlock(images[0]!), ...byUrl, { text: "earlier" }] };
      return { turns: [earlier, { role: "user", content: blocks }] };
    };
    const estimate = estimateRequest({ endpoint, images: images.slice(1), request: request(endpoint) });
    expect(estimate.bytes).toBe(sent(request(wire)(images.slice(1).map((image) => wire.toBlock(image)))));
  });
});
