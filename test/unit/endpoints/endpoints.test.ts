import { describe, expect, it, test } from "vitest";
import type { Endpoint, EndpointLimits } from "../../../src/shared/endpoint.js";
import { checkEndpoint } from "../../../src/shared/check-endpoint.js";
import { measureRequest } from "../../../src/meter/measure-json.js";
import * as endpoints from "../../../src/endpoints.js";
import { preparedDocument, preparedImage } from "../../fixtures/prepared-image.js";

const image = preparedImage({ bytes: 4 });
const png = { ...image, mediaType: "image/png" } as const;
const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => "toBlock" in value);

describe("toBlock", () => {
  const anthropic = { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAAAA==" } };
  const chat = { type: "image_url", image_url: { url: "data:image/png;base64,AAAAAA==" } };
  const responses = { type: "input_image", detail: "auto", image_url: "data:image/png;base64,AAAAAA==" };

  // Every block names the media type of the bytes; payloads that are no data URL hold no prefix.
  test.each<[Endpoint<unknown>, unknown]>([
    [endpoints.anthropicMessages, anthropic],
    [endpoints.anthropicTokenCounting, anthropic],
    [endpoints.anthropicBatches, anthropic],
    [endpoints.claudeInFoundry, anthropic],
    [endpoints.vertexClaude, anthropic],
    [endpoints.bedrockInvokeModel, anthropic],
    [endpoints.openaiChat, chat],
    [endpoints.openaiBatchChat, chat],
    [endpoints.azureOpenAI, chat],
    [endpoints.openRouterHttp, chat],
    [endpoints.openaiCompatible, chat],
    [endpoints.openaiResponses, responses],
    [endpoints.openaiBatch, responses],
    [endpoints.xai, responses],
    [endpoints.gemini, { inlineData: { mimeType: "image/png", data: "AAAAAA==" } }],
    [endpoints.vertexGemini, { inlineData: { mimeType: "image/png", data: "AAAAAA==" } }],
    [endpoints.geminiInteractions, { type: "image", data: "AAAAAA==", mime_type: "image/png" }],
    [endpoints.bedrockConverse, { image: { format: "png", source: { bytes: "AAAAAA==" } } }],
    [endpoints.bedrockConverseSdk, { image: { format: "png", source: { bytes: new Uint8Array(4) } } }],
    [endpoints.mistral, { type: "image_url", imageUrl: "data:image/png;base64,AAAAAA==" }],
    [endpoints.mistralHttp, { type: "image_url", image_url: "data:image/png;base64,AAAAAA==" }],
    [endpoints.openRouter, { type: "image_url", imageUrl: { url: "data:image/png;base64,AAAAAA==" } }],
    [endpoints.ollama, "AAAAAA=="],
  ])("$id", (endpoint, block) => {
    expect(endpoint.toBlock(png)).toEqual(block);
  });

  // The overheads stand in the provider facts, counted there from the SDKs' types.
  test.each([
    ["anthropicMessages", endpoints.anthropicMessages, 79],
    ["openaiChat", endpoints.openaiChat, 66],
    ["openaiResponses", endpoints.openaiResponses, 76],
    ["gemini", endpoints.gemini, 50],
    ["bedrockConverse", endpoints.bedrockConverse, 49],
    ["mistralHttp", endpoints.mistralHttp, 58],
  ])("%s adds %s bytes around the payload", (_name, endpoint, overhead) => {
    expect(measureRequest(endpoint.toBlock(image))).toBe(overhead + image.base64.length);
  });

  it.each(["image/jpeg", "image/png", "image/gif", "image/webp"] as const)(
    "Bedrock names %s without the prefix, in lower case",
    (mediaType) => {
      expect(endpoints.bedrockConverse.toBlock({ ...image, mediaType }).image.format).toBe(
        mediaType.slice("image/".length),
      );
    },
  );

  it("gives the AWS SDK the very bytes of the image", () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 256);
    const block = endpoints.bedrockConverseSdk.toBlock({ ...image, base64: Buffer.from(bytes).toString("base64") });
    expect(block.image.source.bytes).toEqual(bytes);
  });
});

describe("documents", () => {
  const pdf = preparedDocument({ bytes: 4, name: "Q3 report (final).pdf" });
  const block = (endpoint: Endpoint<unknown>) => endpoint.documents?.toBlock(pdf);
  const anthropic = {
    type: "document",
    source: { type: "base64", media_type: "application/pdf", data: "AAAAAA==" },
    title: "Q3 report (final).pdf",
  };
  const file_data = "data:application/pdf;base64,AAAAAA==";
  const chat = { type: "file", file: { filename: "Q3 report (final).pdf", file_data } };
  const responses = { type: "input_file", filename: "Q3 report (final).pdf", file_data };
  const part = { inlineData: { mimeType: "application/pdf", data: "AAAAAA==" } };
  const converse = (bytes: unknown) => ({
    document: {
      format: "pdf",
      name: "Q3 report (final) (pdf-1 4)",
      source: { bytes },
      citations: { enabled: true },
    },
  });

  test.each<[Endpoint<unknown>, unknown]>([
    [endpoints.anthropicMessages, anthropic],
    [endpoints.anthropicTokenCounting, anthropic],
    [endpoints.anthropicBatches, anthropic],
    [endpoints.claudeInFoundry, anthropic],
    [endpoints.vertexClaude, anthropic],
    [endpoints.openaiChat, chat],
    [endpoints.openaiBatchChat, chat],
    [endpoints.openaiResponses, responses],
    [endpoints.openaiBatch, responses],
    [endpoints.gemini, part],
    [endpoints.vertexGemini, part],
    [endpoints.geminiInteractions, { type: "document", data: "AAAAAA==", mime_type: "application/pdf" }],
    [endpoints.bedrockConverse, converse("AAAAAA==")],
    [endpoints.bedrockConverseSdk, converse(new Uint8Array(4))],
  ])("$id: the block of a PDF", (endpoint, expected) => {
    expect(block(endpoint)).toEqual(expected);
  });

  test.each([
    ["Bericht_2026/Q3: Über.pdf", "Bericht 2026 Q3 ber (pdf-1 4)"],
    ["報告.pdf", "(pdf-1 4)"],
    ["a\u202eb\n\n  c [1].PDF", "a b c [1] (pdf-1 4)"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(120)} (pdf-1 4)`],
  ])("Bedrock takes a name of few characters, and no two alike: %j", (name, expected) => {
    const { document } = endpoints.bedrockConverse.documents.toBlock({ ...pdf, name });
    expect(document.name).toBe(expected);
    expect(document.name).toMatch(/^(?!.* {2})[\w ()[\]-]{1,200}$/);
    const other = endpoints.bedrockConverse.documents.toBlock({ ...pdf, name, id: "pdf-2" });
    expect(other.document.name).not.toBe(document.name);
  });

  it("are kept with custom blocks of the same shape, and left out with blocks of another", () => {
    const { openaiResponses } = endpoints;
    expect(endpoints.withDetail(openaiResponses, "high").documents).toBe(openaiResponses.documents);
    const toBlock = () => ({ mine: true });
    expect(endpoints.withBlocks(openaiResponses, { toBlock }).documents).toBeUndefined();
    const documents = { ...openaiResponses.documents, toBlock: () => ({ mine: "pdf" }) };
    expect(block(endpoints.withBlocks(openaiResponses, { toBlock, documents }))).toEqual({ mine: "pdf" });
  });
});

describe("fileBlock and urlBlock", () => {
  const url = "https://a.example/b.png";
  const file = (id: string, endpoint: Endpoint<unknown>) => endpoint.fileBlock?.(id, png);

  it("name a file in the place of the payload", () => {
    expect(file("file_1", endpoints.anthropicMessages)).toEqual({
      type: "image",
      source: { type: "file", file_id: "file_1" },
    });
    expect(file("file_1", endpoints.openaiResponses)).toEqual({
      type: "input_image",
      detail: "auto",
      file_id: "file_1",
    });
    expect(file("file_1", endpoints.openaiBatch)).toEqual({ type: "input_image", detail: "auto", file_id: "file_1" });
    expect(file("file_1", endpoints.claudeInFoundry)).toEqual({
      type: "image",
      source: { type: "file", file_id: "file_1" },
    });
    expect(file("https://a.example/files/1", endpoints.geminiInteractions)).toEqual({
      type: "image",
      uri: "https://a.example/files/1",
      mime_type: "image/png",
    });
    expect(file("gs://bucket/b.png", endpoints.vertexGemini)).toEqual({
      fileData: { fileUri: "gs://bucket/b.png", mimeType: "image/png" },
    });
    expect(file("https://a.example/files/1", endpoints.gemini)).toEqual({
      fileData: { fileUri: "https://a.example/files/1", mimeType: "image/png" },
    });
  });

  it("name a URL in the place of the payload", () => {
    expect(endpoints.anthropicMessages.urlBlock?.(url)).toEqual({ type: "image", source: { type: "url", url } });
    for (const endpoint of [
      endpoints.openaiChat,
      endpoints.azureOpenAI,
      endpoints.openRouterHttp,
      endpoints.openaiBatchChat,
      endpoints.openaiCompatible,
    ]) {
      expect(endpoint.urlBlock?.(url), endpoint.id).toEqual({ type: "image_url", image_url: { url } });
    }
    for (const endpoint of [endpoints.openaiResponses, endpoints.openaiBatch, endpoints.xai]) {
      expect(endpoint.urlBlock?.(url), endpoint.id).toEqual({ type: "input_image", detail: "auto", image_url: url });
    }
    expect(endpoints.gemini.urlBlock?.(url, "image/png")).toEqual({
      fileData: { fileUri: url, mimeType: "image/png" },
    });
    expect(endpoints.geminiInteractions.urlBlock?.(url, "image/png")).toEqual({
      type: "image",
      uri: url,
      mime_type: "image/png",
    });
    expect(endpoints.geminiInteractions.urlBlock?.(url)).toEqual({ type: "image", uri: url, mime_type: "image/jpeg" });
    expect(endpoints.gemini.urlBlock?.(url)).toEqual({ fileData: { fileUri: url, mimeType: "image/jpeg" } });
    expect(endpoints.mistral.urlBlock?.(url)).toEqual({ type: "image_url", imageUrl: url });
    expect(endpoints.mistralHttp.urlBlock?.(url)).toEqual({ type: "image_url", image_url: url });
    expect(endpoints.openRouter.urlBlock?.(url)).toEqual({ type: "image_url", imageUrl: { url } });
  });

  it("are there exactly where the API has them", () => {
    const having = (member: "fileBlock" | "urlBlock") =>
      all
        .filter((endpoint) => endpoint[member])
        .map(({ id }) => id)
        .toSorted();
    expect(having("fileBlock")).toEqual([
      "anthropic-batches",
      "anthropic-messages",
      "anthropic-token-counting",
      "claude-in-foundry",
      "gemini",
      "gemini-interactions",
      "openai-batch",
      "openai-responses",
      "vertex-gemini",
    ]);
    const without = all.map(({ id }) => id).filter((id) => !having("urlBlock").includes(id));
    expect(without.toSorted()).toEqual([
      "bedrock-converse",
      "bedrock-converse-sdk",
      "bedrock-invoke-model",
      "ollama",
      "vertex-claude",
    ]);
    for (const endpoint of all)
      expect(endpoint.maxFileBytes !== undefined, endpoint.id).toBe(endpoint.fileBlock !== undefined);
  });
});

describe("withDetail", () => {
  test.each(["low", "high", "auto", "original"] as const)("%s stands in every form of the block", (detail) => {
    expect(endpoints.withDetail(endpoints.openaiChat, detail).toBlock(image).image_url.detail).toBe(detail);
    const responses = endpoints.withDetail(endpoints.openaiResponses, detail);
    expect(responses.toBlock(image).detail).toBe(detail);
    expect(responses.urlBlock?.("https://a.example/b.jpg")).toEqual({
      type: "input_image",
      detail,
      image_url: "https://a.example/b.jpg",
    });
    expect(responses.fileBlock?.("file_1", image)).toEqual({ type: "input_image", detail, file_id: "file_1" });
    expect(responses.id).toBe(`openai-responses-${detail}`);
  });
});

describe("withBlocks", () => {
  const mine = endpoints.withBlocks(endpoints.openaiChat, { toBlock: ({ base64 }) => ({ my: base64 }) });

  it("puts a block of the app's own on the limits of an endpoint", () => {
    expect(mine.toBlock(png)).toEqual({ my: "AAAAAA==" });
    expect(mine.request([mine.toBlock(png)])).toEqual({
      model: "",
      messages: [{ role: "user", content: [{ my: "AAAAAA==" }] }],
    });
    expect(mine).toMatchObject({
      caps: endpoints.openaiChat.caps,
      sources: endpoints.openaiChat.sources,
      tokenModel: endpoints.openaiGpt6,
    });
  });

  it("leaves out what makes blocks of the old shape", () => {
    const bare = endpoints.withBlocks(endpoints.anthropicMessages, { toBlock: () => ({ my: "" }) });
    for (const member of ["fileBlock", "urlBlock", "maxFileBytes"]) {
      expect(endpoints.anthropicMessages).toHaveProperty(member);
      expect(bare).not.toHaveProperty(member);
    }
    expect(endpoints.withBlocks(endpoints.mistral, { toBlock: () => ({ my: "" }) })).not.toHaveProperty("wireBytes");
  });

  it("keeps the Files API's limit for blocks by file id", () => {
    const toBlock = () => ({ my: "" });
    const withFiles = endpoints.withBlocks(endpoints.anthropicMessages, { toBlock, fileBlock: (id) => ({ my: id }) });
    expect(withFiles.maxFileBytes).toBe(endpoints.anthropicMessages.maxFileBytes);
    expect(withFiles.fileBlock?.("file_1", png)).toEqual({ my: "file_1" });
  });
});

describe("endpoints: a provider's limits on openaiCompatible", () => {
  const limits = Object.entries(endpoints).flatMap(([name, value]): [string, EndpointLimits][] =>
    name.endsWith("Limits") && "caps" in value ? [[name, value]] : [],
  );

  test.each(limits)("{ ...openaiCompatible, ...%s } is an endpoint of that provider", (_name, given) => {
    const endpoint: Endpoint<endpoints.OpenaiChatImagePart> = { ...endpoints.openaiCompatible, ...given };
    expect(() => checkEndpoint(endpoint)).not.toThrow();
    expect(endpoint).toMatchObject({
      id: given.id,
      label: given.label,
      provider: given.provider,
      caps: given.caps,
      sources: given.sources,
    });
    expect(endpoint.toBlock(png)).toEqual(endpoints.openaiChat.toBlock(png));
  });
});

describe("endpoints: all", () => {
  const limited = Object.values(endpoints).filter(
    (value): value is typeof value & EndpointLimits => "sources" in value,
  );

  it("states when and where each of its figures was read, and how sure it is", () => {
    expect(all.length).toBe(23);
    expect(limited.length).toBe(33);
    for (const { asOf, sources, label } of limited) {
      expect(asOf, label).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(sources.length, label).toBeGreaterThan(0);
      for (const { url, figure, confidence, asOf: read } of sources) {
        expect(read, `${label}: ${figure}`).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(url, label).toMatch(/^https:\/\//);
        expect(figure, label).toMatch(/\w/);
        expect("ABCD", label).toContain(confidence);
      }
    }
  });

  it("has an id and a label of its own, and a default body that holds the blocks", () => {
    expect(new Set(limited.map(({ id }) => id)).size).toBe(limited.length);
    expect(new Set(limited.map(({ label }) => label)).size).toBe(limited.length);
    for (const endpoint of all) {
      expect(endpoint.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      const block = endpoint.toBlock(image);
      const text = JSON.stringify(endpoint.request([block, block]));
      expect(text.split(JSON.stringify(block)).length - 1, endpoint.id).toBe(2);
    }
  });

  it("takes JPEG, which is what the pipeline makes unless asked otherwise", () => {
    for (const { caps, id } of all) expect(caps.mediaTypes, id).toContain("image/jpeg");
  });
});
