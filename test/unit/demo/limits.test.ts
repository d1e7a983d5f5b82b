import {
  anthropicBatches,
  anthropicMessages,
  bedrockConverse,
  gemini,
  mistral,
  openaiChat,
} from "vision-dropzone/endpoints";
import { describe, expect, it } from "vitest";
import { furtherLimits, limitRows, sizeOf } from "../../../demo/state/limits.js";
import { targets } from "../../../demo/targets/targets.js";

const sourceOf = (endpoint: Parameters<typeof limitRows>[0], id: string) =>
  limitRows(endpoint).find((row) => row.id === id)?.source?.figure;

const NO_DOCUMENTS = { mediaTypes: [], toBlock: () => undefined };

describe("the demo's table of limits", () => {
  it("writes a size in decimal units, as the meter does", () => {
    expect([sizeOf(32 * 2 ** 20), sizeOf(4_500_000), sizeOf(2_000_000_000)]).toEqual(["33.55 MB", "4.5 MB", "2 GB"]);
  });

  it("names for each figure the source that holds that very figure", () => {
    expect(sourceOf(anthropicMessages, "request")).toMatch(/^request: 32 MB/);
    expect(sourceOf(anthropicBatches, "request")).toMatch(/^batch request: 256 MB/);
    expect(sourceOf(anthropicMessages, "image")).toMatch(/^image: 10 MB/);
    expect(sourceOf(anthropicMessages, "many")).toMatch(/2000 px above 20 images/);
    expect(sourceOf(gemini, "request")).toMatch(/100 MB/);
    expect(sourceOf(gemini, "count")).toMatch(/^3600 images/);
    expect(sourceOf(gemini, "url")).toMatch(/by address: 100 MB/);
    expect(sourceOf(anthropicMessages, "least")).toMatch(/^least side: 28 px/);
    expect(sourceOf(bedrockConverse, "request")).toMatch(/^request: 20 MB/);
    expect(sourceOf(openaiChat, "request")).toMatch(/48,000,000 bytes/);
    expect(sourceOf(openaiChat, "edge")).toMatch(/65,535 px/);
    expect(sourceOf(mistral, "image")).toMatch(/^image: 10 MB/);
    expect(sourceOf(bedrockConverse, "pdf-files")).toMatch(/^PDF: 5 a request/);
    expect(sourceOf(gemini, "pdf-tokens")).toMatch(/^PDF: 560 tokens/);
  });

  it.each([...targets.map(({ endpoint }) => endpoint), ...furtherLimits])(
    "has a row for every cap of $label, each with its source",
    (endpoint) => {
      const { mediaTypes: _, ...caps } = endpoint.caps;
      const rows = limitRows(endpoint);
      const { mediaTypes: _types, toBlock: _toBlock, ...ofDocuments } = endpoint.documents ?? NO_DOCUMENTS;
      const others = Object.keys(ofDocuments).length + ("maxFileBytes" in endpoint ? 1 : 0);
      expect(rows).toHaveLength(Object.keys(caps).length + 1 + others);
      expect(rows.filter(({ id, source }) => id !== "types" && !source).map(({ id }) => id)).toEqual([]);
    },
  );
});
