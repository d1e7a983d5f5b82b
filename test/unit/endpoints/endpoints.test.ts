import { describe, expect, it, test } from "vitest";
import type { Endpoint } from "../../../src/core/endpoint.js";
import { measureRequest } from "../../../src/core/meter/json-bytes.js";
import * as endpoints from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";

const image = preparedImage({ bytes: 4 });
const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => typeof value === "object");

describe("toBlock", () => {
  test.each([
    ["anthropicMessages", endpoints.anthropicMessages],
    ["anthropicTokenCounting", endpoints.anthropicTokenCounting],
    ["anthropicBatches", endpoints.anthropicBatches],
  ])("%s: base64 without a data: prefix, and the media type of the bytes", (_name, endpoint) => {
    expect(endpoint.toBlock({ ...image, mediaType: "image/png" })).toEqual({
      type: "image",
      source: { type: "base64", media_type: "image/png", data: "AAAAAA==" },
    });
  });

  it("openaiChat: a data URL in an object", () => {
    expect(endpoints.openaiChat.toBlock(image)).toEqual({ type: "image_url", image_url: { url: "data:image/jpeg;base64,AAAAAA==" } });
  });

  it("openaiResponses: a data URL as a string, and the detail its type demands", () => {
    expect(endpoints.openaiResponses.toBlock(image)).toEqual({ type: "input_image", detail: "auto", image_url: "data:image/jpeg;base64,AAAAAA==" });
  });

  // The overheads stand in the provider facts, counted there from the SDKs' types.
  test.each([
    ["anthropicMessages", endpoints.anthropicMessages, 79],
    ["openaiChat", endpoints.openaiChat, 66],
    ["openaiResponses", endpoints.openaiResponses, 76],
  ])("%s adds %s bytes around the payload", (_name, endpoint, overhead) => {
    expect(measureRequest(endpoint.toBlock(image))).toBe(overhead + image.base64.length);
  });
});

describe("fileBlock and urlBlock", () => {
  it("name a file or a URL in the place of the payload", () => {
    expect(endpoints.anthropicMessages.fileBlock?.("file_1", image)).toEqual({ type: "image", source: { type: "file", file_id: "file_1" } });
    expect(endpoints.anthropicMessages.urlBlock?.("https://a.example/b.jpg")).toEqual({ type: "image", source: { type: "url", url: "https://a.example/b.jpg" } });
    expect(endpoints.openaiResponses.fileBlock?.("file_1", image)).toEqual({ type: "input_image", detail: "auto", file_id: "file_1" });
    expect(endpoints.openaiChat.fileBlock).toBeUndefined();
  });
});

describe("withDetail", () => {
  test.each(["low", "high", "auto", "original"] as const)("%s stands in every form of the block", (detail) => {
    expect(endpoints.withDetail(endpoints.openaiChat, detail).toBlock(image).image_url.detail).toBe(detail);
    const responses = endpoints.withDetail(endpoints.openaiResponses, detail);
    expect(responses.toBlock(image).detail).toBe(detail);
    expect(responses.urlBlock?.("https://a.example/b.jpg")).toEqual({ type: "input_image", detail, image_url: "https://a.example/b.jpg" });
    expect(responses.id).toBe(`openai-responses-${detail}`);
  });
});

describe("every endpoint", () => {
  it("states when and where its figures were read", () => {
    expect(all.length).toBeGreaterThanOrEqual(5);
    for (const { asOf, sources, label } of all) {
      expect(asOf, label).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(sources.length, label).toBeGreaterThan(0);
      for (const { url } of sources) expect(url, label).toMatch(/^https:\/\//);
    }
  });

  it("has an id of its own and a default body that holds the blocks", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const endpoint of all) {
      const block = endpoint.toBlock(image);
      expect(JSON.stringify(endpoint.request([block, block])).split(image.base64).length - 1, endpoint.id).toBe(2);
    }
  });

  it("keeps Anthropic's caps in powers of two", () => {
    expect(endpoints.anthropicMessages.caps.maxRequestBytes).toBe(33_554_432);
    expect(endpoints.anthropicTokenCounting.caps.maxRequestBytes).toBe(33_554_432);
    expect(endpoints.anthropicBatches.caps.maxRequestBytes).toBe(268_435_456);
    expect(endpoints.anthropicMessages.caps.maxImageBytes).toEqual({ bytes: 10_485_760, counted: "base64" });
  });
});
