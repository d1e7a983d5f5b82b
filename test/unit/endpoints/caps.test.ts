/** The presets of the provider facts, one row an endpoint: a figure changed by accident is seen here. */
import { describe, expect, it, test } from "vitest";
import type { Endpoint, EndpointCaps } from "../../../src/core/endpoint.js";
import * as endpoints from "../../../src/endpoints.js";

const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => "toBlock" in value);
const FOUR = ["image/jpeg", "image/png", "image/gif", "image/webp"] as const;
const CLAUDE = { maxEdgePx: 8000, manyImages: { above: 20, maxEdgePx: 2000 }, mediaTypes: FOUR };
const ANTHROPIC = { ...CLAUDE, maxImageBytes: { bytes: 10_485_760, counted: "base64" }, maxImages: 600 } as const;
const PARTNER = { ...CLAUDE, maxImageBytes: { bytes: 5_242_880, counted: "base64" }, maxImages: 100 } as const;
const OPENAI = { maxImages: 1500, maxEdgePx: 65_535, maxPatches: { count: 30_000, edgePx: 32 }, mediaTypes: FOUR };
const BEDROCK = { ...PARTNER, maxRequestBytes: 20_000_000 };
const MISTRAL = { maxImageBytes: { bytes: 10_000_000, counted: "base64" }, maxImages: 8, mediaTypes: FOUR } as const;
const OPENROUTER = { maxRequestBytes: 20_000_000, maxImageBytes: { bytes: 5_242_880, counted: "base64" }, maxImages: 20, maxEdgePx: 2000, mediaTypes: FOUR } as const;

const CAPS: [Endpoint<unknown>, EndpointCaps][] = [
  [endpoints.anthropicMessages, { ...ANTHROPIC, maxRequestBytes: 33_554_432 }],
  [endpoints.anthropicTokenCounting, { ...ANTHROPIC, maxRequestBytes: 33_554_432 }],
  [endpoints.anthropicBatches, { ...ANTHROPIC, maxRequestBytes: 268_435_456 }],
  [endpoints.vertexClaude, { ...PARTNER, maxRequestBytes: 30_000_000 }],
  [endpoints.bedrockConverse, BEDROCK],
  [endpoints.bedrockConverseSdk, BEDROCK],
  [endpoints.openaiChat, { ...OPENAI, maxRequestBytes: 48_000_000 }],
  [endpoints.openaiResponses, { ...OPENAI, maxRequestBytes: 48_000_000 }],
  [endpoints.openaiBatch, { ...OPENAI, maxRequestBytes: 200_000_000 }],
  [endpoints.openaiBatchChat, { ...OPENAI, maxRequestBytes: 200_000_000 }],
  [endpoints.azureOpenAI, { maxRequestBytes: 48_000_000, maxImageBytes: { bytes: 20_000_000, counted: "raw" }, maxImages: 10, maxPatches: OPENAI.maxPatches, mediaTypes: FOUR }],
  [endpoints.xai, { maxRequestBytes: 25_000_000, maxImageBytes: { bytes: 20_971_520, counted: "base64" }, mediaTypes: ["image/jpeg", "image/png"] }],
  [endpoints.gemini, { maxRequestBytes: 20_000_000, maxImages: 3600, mediaTypes: ["image/jpeg", "image/png", "image/webp"] }],
  [endpoints.mistral, MISTRAL],
  [endpoints.mistralHttp, MISTRAL],
  [endpoints.openRouter, OPENROUTER],
  [endpoints.openRouterHttp, OPENROUTER],
  [endpoints.ollama, { mediaTypes: ["image/jpeg", "image/png"] }],
];

test.each(CAPS.map(([endpoint, caps]) => [endpoint.id, endpoint.caps, caps] as const))("%s", (_id, caps, preset) => {
  expect(caps).toEqual(preset);
});

it("has a row for every endpoint", () => {
  expect(CAPS.map(([endpoint]) => endpoint)).toEqual(expect.arrayContaining(all));
});

test("files: what the provider's Files API takes", () => {
  const files = all.filter(({ maxFileBytes }) => maxFileBytes !== undefined).map(({ id, maxFileBytes }) => [id, maxFileBytes]);
  expect(Object.fromEntries(files)).toEqual({
    "anthropic-messages": 524_288_000,
    "anthropic-token-counting": 524_288_000,
    "anthropic-batches": 524_288_000,
    "openai-responses": 512_000_000,
    "openai-batch": 512_000_000,
    gemini: 2_000_000_000,
  });
});

test("a token rule stands where one is published, and nowhere else", () => {
  const named = Object.fromEntries(all.flatMap(({ id, tokenModel }) => (tokenModel ? [[id, tokenModel.id]] : [])));
  expect(named).toEqual({
    "anthropic-batches": "claude-standard",
    "anthropic-messages": "claude-standard",
    "anthropic-token-counting": "claude-standard",
    "bedrock-converse": "claude-standard",
    "bedrock-converse-sdk": "claude-standard",
    "vertex-claude": "claude-standard",
    "openai-chat": "openai-gpt-5.6",
    "openai-responses": "openai-gpt-5.6",
    gemini: "gemini-3",
  });
});

describe("where figures contradict each other, the sources name both", () => {
  test.each([
    ["openaiChat", endpoints.openaiChat, ["48,000,000", "50 MB", "512 MB", "1500 images", "500 images"]],
    ["openaiBatch", endpoints.openaiBatch, ["200 MB", "50,000 requests"]],
    ["gemini", endpoints.gemini, ["20 MB", "100 MB", "2 GB"]],
    ["bedrockConverse", endpoints.bedrockConverse, ["20 MB", "32 MB", "27.7 MB", "20 in the reference", "3.75 MB"]],
    ["azureOpenAI", endpoints.azureOpenAI, ["10 a chat request", "50 by the quotas page"]],
    ["anthropicMessages", endpoints.anthropicMessages, ["32 MB", "10 MB", "5 MB", "600 images", "100 for models", "500 MB"]],
    ["xai", endpoints.xai, ["20 MiB", "10 MiB", "25 MB", "64 MiB"]],
    ["ollama", endpoints.ollama, ["16 MiB"]],
  ])("%s", (_name, { sources }, figures) => {
    const text = sources.map(({ figure }) => figure).join("; ");
    for (const figure of figures) expect(text).toContain(figure);
  });

  it("and a cap that is our inference is marked as one", () => {
    const inferred = [endpoints.openaiChat, endpoints.azureOpenAI, endpoints.xai, endpoints.openRouter];
    for (const { sources, id } of inferred) expect(sources.some(({ confidence }) => confidence === "D"), id).toBe(true);
  });
});
