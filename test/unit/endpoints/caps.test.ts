/** The presets of the provider facts, one row an endpoint: a figure changed by accident is seen here. */
import { describe, expect, it, test } from "vitest";
import type { Endpoint, EndpointCaps, EndpointLimits } from "../../../src/shared/endpoint.js";
import * as endpoints from "../../../src/endpoints.js";

const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => "toBlock" in value);
const TWO = ["image/jpeg", "image/png"] as const;
const FOUR = ["image/jpeg", "image/png", "image/gif", "image/webp"] as const;
const CLAUDE = { maxEdgePx: 8000, minEdgePx: 28, manyImages: { above: 20, maxEdgePx: 2000 }, mediaTypes: FOUR };
const ANTHROPIC = { ...CLAUDE, maxImageBytes: { bytes: 10_485_760, counted: "base64" }, maxImages: 600 } as const;
const PARTNER = { ...CLAUDE, maxImageBytes: { bytes: 5_242_880, counted: "base64" }, maxImages: 100 } as const;
const OPENAI = { maxImages: 1500, maxEdgePx: 65_535, maxPatches: { count: 30_000, edgePx: 32 }, mediaTypes: FOUR };
const BEDROCK = { ...PARTNER, maxRequestBytes: 20_000_000 };
const MISTRAL = {
  maxImageBytes: { bytes: 10_000_000, counted: "base64" },
  maxImages: 8,
  maxEdgePx: 10_000,
  mediaTypes: FOUR,
} as const;
const OPENROUTER = {
  maxRequestBytes: 20_000_000,
  maxImageBytes: { bytes: 5_242_880, counted: "base64" },
  maxUrlBytes: 30_000_000,
  maxImages: 20,
  maxEdgePx: 2000,
  minEdgePx: 28,
  mediaTypes: FOUR,
} as const;
const GEMINI = {
  maxRequestBytes: 100_000_000,
  maxUrlBytes: 100_000_000,
  maxImages: 3600,
  mediaTypes: ["image/jpeg", "image/png", "image/webp"],
} as const;

const CAPS: [Endpoint<unknown>, EndpointCaps][] = [
  [endpoints.anthropicMessages, { ...ANTHROPIC, maxRequestBytes: 33_554_432 }],
  [endpoints.anthropicTokenCounting, { ...ANTHROPIC, maxRequestBytes: 33_554_432 }],
  [endpoints.anthropicBatches, { ...ANTHROPIC, maxRequestBytes: 268_435_456 }],
  [endpoints.claudeInFoundry, { ...ANTHROPIC, maxRequestBytes: 33_554_432 }],
  [endpoints.vertexClaude, { ...PARTNER, maxRequestBytes: 30_000_000 }],
  [endpoints.bedrockConverse, BEDROCK],
  [endpoints.bedrockConverseSdk, BEDROCK],
  [endpoints.bedrockInvokeModel, BEDROCK],
  [endpoints.openaiChat, { ...OPENAI, maxRequestBytes: 48_000_000 }],
  [endpoints.openaiResponses, { ...OPENAI, maxRequestBytes: 48_000_000 }],
  [endpoints.openaiBatch, { ...OPENAI, maxRequestBytes: 200_000_000 }],
  [endpoints.openaiBatchChat, { ...OPENAI, maxRequestBytes: 200_000_000 }],
  [
    endpoints.azureOpenAI,
    {
      maxRequestBytes: 48_000_000,
      maxImageBytes: { bytes: 20_000_000, counted: "raw" },
      maxImages: 50,
      maxPatches: OPENAI.maxPatches,
      mediaTypes: FOUR,
    },
  ],
  [
    endpoints.xai,
    {
      maxRequestBytes: 25_000_000,
      maxImageBytes: { bytes: 20_971_520, counted: "base64" },
      mediaTypes: ["image/jpeg", "image/png"],
    },
  ],
  [endpoints.gemini, GEMINI],
  [endpoints.geminiInteractions, GEMINI],
  [
    endpoints.vertexGemini,
    {
      maxImageBytes: { bytes: 256_000_000, counted: "base64" },
      maxUrlBytes: 15_728_640,
      maxImages: 3000,
      mediaTypes: GEMINI.mediaTypes,
    },
  ],
  [endpoints.mistral, MISTRAL],
  [endpoints.mistralHttp, MISTRAL],
  [endpoints.openRouter, OPENROUTER],
  [endpoints.openRouterHttp, OPENROUTER],
  [endpoints.ollama, { minEdgePx: 32, mediaTypes: TWO }],
  [endpoints.openaiCompatible, { mediaTypes: TWO }],
];

const LIMITS: [EndpointLimits, EndpointCaps][] = [
  [
    endpoints.groqLimits,
    { maxRequestBytes: 4_000_000, maxUrlBytes: 20_000_000, maxImages: 5, maxPixels: 33_177_600, mediaTypes: TWO },
  ],
  [
    endpoints.deepseekLimits,
    {
      maxRequestBytes: 50_331_648,
      maxImageBytes: { bytes: 33_554_432, counted: "raw" },
      maxUrlBytes: 33_554_432,
      maxImages: 600,
      maxEdgePx: 8192,
      manyImages: { above: 14, maxEdgePx: 4096 },
      mediaTypes: FOUR,
    },
  ],
  [
    endpoints.dashscopeLimits,
    {
      maxRequestBytes: 67_108_864,
      maxImageBytes: { bytes: 20_971_520, counted: "base64" },
      maxImages: 250,
      minEdgePx: 11,
      mediaTypes: TWO,
    },
  ],
  [endpoints.moonshotLimits, { maxRequestBytes: 100_000_000, mediaTypes: ["image/jpeg", "image/png", "image/webp"] }],
  [endpoints.fireworksLimits, { maxImages: 60, mediaTypes: TWO }],
  [endpoints.zaiLimits, { maxImageBytes: { bytes: 5_000_000, counted: "base64" }, minEdgePx: 28, mediaTypes: TWO }],
  [endpoints.nvidiaLimits, { maxRequestBytes: 26_214_400, mediaTypes: TWO }],
  [endpoints.deepinfraLimits, { maxImages: 8, mediaTypes: TWO }],
  [
    endpoints.minimaxLimits,
    { maxRequestBytes: 134_217_728, maxImageBytes: { bytes: 10_485_760, counted: "base64" }, mediaTypes: TWO },
  ],
  [endpoints.cohereLimits, { maxRequestBytes: 20_000_000, maxImages: 20, mediaTypes: TWO }],
];

test.each([...CAPS, ...LIMITS].map(([endpoint, caps]) => [endpoint.id, endpoint.caps, caps] as const))(
  "caps: %s",
  (_id, caps, preset) => {
    expect(caps).toEqual(preset);
  },
);

it("caps: has a row for every endpoint", () => {
  expect(CAPS.map(([endpoint]) => endpoint)).toEqual(expect.arrayContaining(all));
});

it("caps: has a row for every provider that uses another one's format", () => {
  const named = Object.entries(endpoints).flatMap(([name, value]) => (name.endsWith("Limits") ? [value] : []));
  expect(LIMITS.map(([limits]) => limits)).toEqual(expect.arrayContaining(named));
});

test("files: what the provider's Files API takes", () => {
  const files = all
    .filter(({ maxFileBytes }) => maxFileBytes !== undefined)
    .map(({ id, maxFileBytes }) => [id, maxFileBytes]);
  expect(Object.fromEntries(files)).toEqual({
    "anthropic-messages": 524_288_000,
    "anthropic-token-counting": 524_288_000,
    "anthropic-batches": 524_288_000,
    "openai-responses": 512_000_000,
    "openai-batch": 512_000_000,
    gemini: 2_000_000_000,
    "gemini-interactions": 2_000_000_000,
    "vertex-gemini": 2_146_971_648,
    "claude-in-foundry": 524_288_000,
  });
});

test("caps: a token rule stands where one is published, and nowhere else", () => {
  const named = Object.fromEntries(all.flatMap(({ id, tokenModel }) => (tokenModel ? [[id, tokenModel.id]] : [])));
  expect(named).toEqual({
    "anthropic-batches": "claude-high-resolution",
    "anthropic-messages": "claude-high-resolution",
    "anthropic-token-counting": "claude-high-resolution",
    "bedrock-converse": "claude-high-resolution",
    "bedrock-converse-sdk": "claude-high-resolution",
    "bedrock-invoke-model": "claude-high-resolution",
    "claude-in-foundry": "claude-high-resolution",
    "vertex-claude": "claude-high-resolution",
    "openai-chat": "openai-gpt-6",
    "openai-responses": "openai-gpt-6",
    gemini: "gemini-3",
    "gemini-interactions": "gemini-3",
    "vertex-gemini": "gemini-3",
    mistral: "mistral-3",
    "mistral-http": "mistral-3",
  });
});

describe("caps: where figures contradict each other, the sources name both", () => {
  test.each([
    ["openaiChat", endpoints.openaiChat, ["48,000,000", "50 MB", "512 MB", "1500 images", "500 images"]],
    ["openaiBatch", endpoints.openaiBatch, ["200 MB", "50,000 requests"]],
    ["gemini", endpoints.gemini, ["20 MB", "100 MB", "339.7 MB", "2 GB"]],
    ["bedrockConverse", endpoints.bedrockConverse, ["20 MB", "32 MB", "27.7 MB", "20 in the reference", "3.75 MB"]],
    ["azureOpenAI", endpoints.azureOpenAI, ["10 a chat request", "50 by the quotas page", "51 refused"]],
    ["mistral", endpoints.mistral, ["10 MB", "20 MB"]],
    ["vertexGemini", endpoints.vertexGemini, ["256 MB", "7 MB"]],
    ["fireworks", endpoints.fireworksLimits, ["60 images", "30 images"]],
    ["dashscope", endpoints.dashscopeLimits, ["67.108864 MB", "536.870912 MB"]],
    ["moonshot", endpoints.moonshotLimits, ["100 MB", "148.8 MB"]],
    [
      "anthropicMessages",
      endpoints.anthropicMessages,
      ["32 MB", "10 MB", "5 MB", "600 images", "100 for models", "500 MB"],
    ],
    ["xai", endpoints.xai, ["20.97152 MB", "10.48576 MB", "25 MB", "67 MB"]],
    ["ollama", endpoints.ollama, ["16.8 MB"]],
  ])("%s", (_name, { sources }, figures) => {
    const text = sources.map(({ figure }) => figure).join("; ");
    for (const figure of figures) expect(text).toContain(figure);
  });

  it("and a cap that is our inference is marked as one", () => {
    const inferred = [
      endpoints.openaiChat,
      endpoints.azureOpenAI,
      endpoints.xai,
      endpoints.openRouter,
      endpoints.claudeInFoundry,
    ];
    for (const { sources, id } of inferred)
      expect(
        sources.some(({ confidence }) => confidence === "D"),
        id,
      ).toBe(true);
  });
});

describe("caps: a least side", () => {
  const limited = [...all, ...LIMITS.map(([limits]) => limits)];
  const stated = limited.filter(
    ({ caps, sources }) =>
      caps.minEdgePx !== undefined || sources.some(({ figure }) => figure.includes("least side: not published")),
  );

  it.each(stated.map(({ id, caps, sources }) => [id, caps, sources] as const))(
    "%s names its source, or says that there is none",
    (_id, { minEdgePx }, sources) => {
      const words = minEdgePx === undefined ? "least side: not published" : `least side: ${minEdgePx} px`;
      const source = sources.find(({ figure }) => figure.includes(words));
      expect(source).toBeDefined();
      if (minEdgePx === undefined) expect(source?.confidence).toBe("D");
    },
  );

  it("is set, or said to be unknown, for every endpoint of a provider's own", () => {
    const silent = all.filter((endpoint) => !stated.includes(endpoint)).map(({ id }) => id);
    expect(silent).toEqual(["openai-compatible"]);
  });
});

test("documents: what each endpoint takes of PDF files that are sent as they are", () => {
  const figures = ({ documents }: Endpoint<unknown>) => {
    if (!documents) return "none";
    const { mediaTypes, toBlock: _, ...rest } = documents;
    expect(mediaTypes).toEqual(["application/pdf"]);
    return rest;
  };
  const claude = { maxPages: 100, countedWithImages: "pages", tokensPerPage: 2300 };
  const large = { ...claude, maxPages: 600 };
  const openai = { maxDocumentBytes: 49_999_999 };
  const google = {
    maxDocumentBytes: 50_000_000,
    maxDocumentPages: 1000,
    countedWithImages: "documents",
    tokensPerPage: 560,
  };
  const taken = all.map((one) => [one.id, figures(one)] as const).filter(([, found]) => found !== "none");
  expect(Object.fromEntries(taken)).toEqual({
    "anthropic-messages": large,
    "anthropic-token-counting": large,
    "anthropic-batches": large,
    "claude-in-foundry": large,
    "vertex-claude": claude,
    "bedrock-converse": { ...claude, maxDocuments: 5 },
    "bedrock-converse-sdk": { ...claude, maxDocuments: 5 },
    "openai-chat": openai,
    "openai-responses": openai,
    "openai-batch": openai,
    "openai-batch-chat": openai,
    gemini: google,
    "gemini-interactions": google,
    "vertex-gemini": google,
  });
});
