/** PDF files as they are: what each stand-in that takes them says of the file, and of its endpoint's limits. Over real HTTP. */
import { readFileSync } from "node:fs";
import type { PreparedDocument } from "vision-dropzone/core";
import {
  anthropicMessages,
  bedrockConverse,
  gemini,
  mistralHttp,
  openaiChat,
  openaiResponses,
  vertexClaude,
} from "vision-dropzone/endpoints";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import type { EndpointServer } from "../../../demo/endpoint/create-endpoint-server.js";
import { post } from "./endpoint-client.js";

const file = readFileSync(new URL("../../../public/samples/harbour-study.pdf", import.meta.url));
const pdf = (id: string, bytes: Buffer = file): PreparedDocument => ({
  id,
  name: "Harbour study.pdf",
  mediaType: "application/pdf",
  base64: bytes.toString("base64"),
  blob: new Blob([new Uint8Array(bytes)]),
  bytes: bytes.length,
  pageCount: 3,
});

const CLAUDE = { model: "claude-sonnet-5-5", max_tokens: 64 };
const CASES = {
  anthropic: { path: "anthropic/v1/messages", endpoint: anthropicMessages, more: CLAUDE },
  "openai-chat": { path: "openai/v1/chat/completions", endpoint: openaiChat, more: { model: "m" } },
  "openai-responses": { path: "openai/v1/responses", endpoint: openaiResponses, more: { model: "m" } },
  gemini: { path: "gemini/v1beta/models/m:generateContent", endpoint: gemini, more: {} },
  bedrock: { path: "bedrock/model/anthropic.claude-sonnet-4-6/converse", endpoint: bedrockConverse, more: {} },
  vertex: {
    path: "vertex/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict",
    endpoint: vertexClaude,
    more: { ...CLAUDE, anthropic_version: "2026-10-21" },
  },
} as const;
type Provider = keyof typeof CASES;
const providers = Object.keys(CASES) as Provider[];

let server: EndpointServer;
beforeAll(async () => {
  server = await createEndpointServer();
});
afterAll(() => server.close());

async function send(provider: Provider, files: readonly PreparedDocument[], headers: Record<string, string> = {}) {
  const { path, endpoint, more } = CASES[provider];
  const blocks: unknown[] = files.map((one) => endpoint.documents.toBlock(one));
  const said = provider === "bedrock" ? [{ text: "What is this?" }] : [];
  const body = { ...(endpoint.request([...blocks, ...said] as never) as object), ...more };
  const { status, body: answer } = await post(`${server.url}/${path}`, body, headers);
  return { status, text: JSON.stringify(answer) };
}
const lowered = (provider: Provider, limit: string, files: readonly PreparedDocument[]) =>
  send(provider, files, { "x-demo-lower": limit });

describe("stand-ins: PDF files as they are", () => {
  it.each(providers)(
    "%s names its pages and its bytes, and counts its tokens where there is a rule",
    async (provider) => {
      const { status, text } = await send(provider, [pdf("1"), pdf("2")]);
      expect({ status, text }).toMatchObject({ status: 200 });
      expect(text).toMatch(/2 PDFs: 3 pages \(14 kB\), 3 pages \(14 kB\); body [\d,]+ bytes/);
      expect((await send(provider, [pdf("1")])).text).toMatch(/1 PDF of 3 pages \(14 kB\); body/);
      const [, tokens] = /"(?:input_tokens|prompt_tokens|promptTokenCount|inputTokens)":(\d+)/.exec(text) ?? [];
      const { tokensPerPage = 0 } = CASES[provider].endpoint.documents as { tokensPerPage?: number };
      expect(Number(tokens) - 6 * tokensPerPage).toBeLessThan(20);
      expect(Number(tokens)).toBeGreaterThanOrEqual(6 * tokensPerPage);
    },
  );

  it.each<[Provider, string, RegExp]>([
    ["anthropic", "maxPages=5", /"A maximum of 5 PDF pages may be provided\."/],
    ["vertex", "maxPages=5", /"A maximum of 5 PDF pages may be provided\."/],
    ["bedrock", "maxPages=5", /model returned the following errors: A maximum of 5 PDF pages may be provided/],
    ["bedrock", "maxDocuments=1", /You can't include more than 1 documents in a request\./],
    ["gemini", "maxDocumentPages=2", /Refused by the demo's stand-in: contents\[0\]\.parts\[0\] has 3 pages, where 2/],
    ["gemini", "maxDocumentBytes=9000", /has 13,968 bytes, where 9,000 are taken/],
    ["openai-chat", "maxDocumentBytes=9000", /messages\[0\]\.content\[0\]\.file\.file_data has 13,968 bytes/],
  ])("%s refuses what is above %s", async (provider, limit, words) => {
    const { status, text } = await lowered(provider, limit, [pdf("1"), pdf("2")]);
    expect(status).toBe(400);
    expect(text).toMatch(words);
  });

  it("Bedrock refuses six files and two of one name, and one without a word beside it", async () => {
    const six = ["1", "2", "3", "4", "5", "6"].map((id) => pdf(id));
    expect((await send("bedrock", six)).text).toContain("can't include more than 5 documents");
    expect((await send("bedrock", [pdf("1"), pdf("1")])).text).toContain("can't contain duplicate document names");
    const { path, endpoint } = CASES.bedrock;
    const body = endpoint.request([endpoint.documents.toBlock(pdf("1"))] as never);
    const { status, body: answer } = await post(`${server.url}/${path}`, body);
    expect(status).toBe(400);
    expect(JSON.stringify(answer)).toContain("messages.0.content.0.document has no text beside it");
  });

  it.each<[Provider, RegExp]>([
    ["anthropic", /"Could not process PDF"/],
    ["openai-responses", /input\[0\]\.content\[0\]\.file_data holds no PDF file/],
  ])("%s refuses bytes that are no PDF file", async (provider, words) => {
    const { status, text } = await send(provider, [pdf("1", Buffer.from("This is no PDF file."))]);
    expect(status).toBe(400);
    expect(text).toMatch(words);
  });

  it("refuse a protected one", async () => {
    const protectedFile = Buffer.concat([file, Buffer.from("\ntrailer << /Encrypt 9 0 R >>")]);
    const { status, text } = await send("anthropic", [pdf("1", protectedFile)]);
    expect({ status, text }).toMatchObject({
      status: 400,
      text: expect.stringContaining("is protected by a password"),
    });
  });

  it("OpenAI says what it wants where the data is no data URL", async () => {
    const part = { type: "input_file", filename: "a.pdf", file_data: "https://example.com/a.pdf" };
    const body = { model: "m", input: [{ role: "user", content: [part] }] };
    const { status, body: answer } = await post(`${server.url}/openai/v1/responses`, body);
    expect(status).toBe(400);
    expect(answer.error.message).toContain(
      "Invalid file data: 'input[0].content[0].file_data'. Expected a base64-encoded",
    );
  });

  it("one that takes no PDF files refuses them", async () => {
    const body = mistralHttp.request([openaiChat.documents.toBlock(pdf("1"))] as never) as object;
    const { status, body: answer } = await post(`${server.url}/mistral/v1/chat/completions`, { ...body, model: "m" });
    expect(status).toBe(400);
    expect(JSON.stringify(answer)).toContain("is a PDF file, which this API does not take");
  });
});
