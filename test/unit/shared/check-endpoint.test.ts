import { describe, expect, it, test } from "vitest";
import { checkEndpoint } from "../../../src/shared/check-endpoint.js";
import type { Endpoint, EndpointCaps } from "../../../src/shared/endpoint.js";
import * as endpoints from "../../../src/endpoints.js";

const { anthropicMessages } = endpoints;
const all = Object.values(endpoints).filter((value): value is typeof value & Endpoint<unknown> => "toBlock" in value);
const withCaps = (caps: Partial<Record<keyof EndpointCaps, unknown>>) => () =>
  // What plain JavaScript may pass.
  checkEndpoint({ ...anthropicMessages, label: "Mine", caps: { ...anthropicMessages.caps, ...caps } as EndpointCaps });

describe("checkEndpoint", () => {
  it("takes every endpoint of ours", () => {
    expect(all.length).toBeGreaterThan(15);
    for (const endpoint of all) expect(() => checkEndpoint(endpoint), endpoint.id).not.toThrow();
  });

  it("takes caps left out, and Infinity for no limit", () => {
    expect(
      withCaps({
        maxRequestBytes: undefined,
        maxImageBytes: undefined,
        maxImages: undefined,
        maxEdgePx: undefined,
        minEdgePx: undefined,
        maxPixels: undefined,
        maxUrlBytes: undefined,
        manyImages: undefined,
      }),
    ).not.toThrow();
    expect(withCaps({ maxRequestBytes: Number.POSITIVE_INFINITY, maxImages: Number.POSITIVE_INFINITY })).not.toThrow();
    expect(
      withCaps({ maxImageBytes: { bytes: 1, counted: "raw" }, maxImages: 1, mediaTypes: ["image/png"] }),
    ).not.toThrow();
  });

  test.each<[Partial<Record<keyof EndpointCaps, unknown>>, RegExp]>([
    [{ maxImages: 0 }, /caps\.maxImages of endpoint Mine is 0\. Pass a whole number/],
    [{ maxImages: 2.5 }, /caps\.maxImages of endpoint Mine is 2\.5/],
    [{ maxRequestBytes: -1 }, /caps\.maxRequestBytes of endpoint Mine is -1/],
    [{ maxRequestBytes: Number.NaN }, /caps\.maxRequestBytes of endpoint Mine is NaN/],
    [{ maxRequestBytes: "4.5 MB" }, /caps\.maxRequestBytes of endpoint Mine is "4\.5 MB"/],
    [{ maxEdgePx: 0 }, /caps\.maxEdgePx/],
    [{ minEdgePx: 0 }, /caps\.minEdgePx of endpoint Mine is 0/],
    [{ maxImageBytes: { bytes: 0, counted: "raw" } }, /caps\.maxImageBytes\.bytes of endpoint Mine is 0/],
    [{ maxImageBytes: 5_000_000 }, /caps\.maxImageBytes\.bytes of endpoint Mine is undefined/],
    [{ maxImageBytes: { bytes: 5, counted: "chars" } }, /counted of endpoint Mine is "chars"\. Pass "base64" or "raw"/],
    [{ maxPatches: { count: 0, edgePx: 32 } }, /caps\.maxPatches\.count/],
    [{ maxPatches: { count: 30_000 } }, /caps\.maxPatches\.edgePx of endpoint Mine is undefined/],
    [{ manyImages: { above: 0, maxEdgePx: 2000 } }, /caps\.manyImages\.above/],
    [{ manyImages: { above: 20, maxEdgePx: Number.NaN } }, /caps\.manyImages\.maxEdgePx/],
    [
      { manyImages: { above: 20, maxEdgePx: 9000 } },
      /caps\.manyImages\.maxEdgePx of endpoint Mine is 9000\. Pass at most 8000, its maxEdgePx/,
    ],
    [{ minEdgePx: 0 }, /caps\.minEdgePx/],
    [{ minEdgePx: 2001 }, /caps\.minEdgePx of endpoint Mine is 2001\. Pass at most 2000, its largest side/],
    [{ minEdgePx: 9000, manyImages: undefined }, /is 9000\. Pass at most 8000, its largest side/],
    [{ maxPixels: 0.5 }, /caps\.maxPixels of endpoint Mine is 0\.5/],
    [{ maxUrlBytes: -1 }, /caps\.maxUrlBytes/],
    [{ mediaTypes: [] }, /caps\.mediaTypes of endpoint Mine is \[\]\. Pass some of image\/jpeg/],
    [{ mediaTypes: undefined }, /caps\.mediaTypes of endpoint Mine is undefined/],
    [{ mediaTypes: ["image/jpg"] }, /is \["image\/jpg"\]\. Pass some of/],
    [{ mediaTypes: ["image/jpeg", "image/heic"] }, /is \["image\/jpeg","image\/heic"\]/],
  ])("throws for %o a TypeError that says what to fix", (caps, message) => {
    expect(withCaps(caps)).toThrow(TypeError);
    expect(withCaps(caps)).toThrow(message);
  });

  it("throws for a cap on files that no file passes", () => {
    expect(() => checkEndpoint({ ...anthropicMessages, maxFileBytes: 0 })).toThrow(
      /maxFileBytes of endpoint Anthropic Messages is 0\. Pass/,
    );
  });

  test.each<[object, RegExp]>([
    [{ maxDocumentBytes: "4.5 MB" }, /documents\.maxDocumentBytes of endpoint Mine is "4\.5 MB"\. Pass a whole number/],
    [{ maxDocumentPages: 0 }, /documents\.maxDocumentPages of endpoint Mine is 0/],
    [{ maxPages: 2.5 }, /documents\.maxPages of endpoint Mine is 2\.5/],
    [{ maxDocuments: -1 }, /documents\.maxDocuments of endpoint Mine is -1/],
    [{ tokensPerPage: Number.NaN }, /documents\.tokensPerPage of endpoint Mine is NaN/],
  ])("refuses %o among the limits of documents", (wrong, message) => {
    const documents = { ...anthropicMessages.documents, ...wrong };
    expect(() => checkEndpoint({ ...anthropicMessages, label: "Mine", documents })).toThrow(message);
  });

  it("takes limits of documents left out, and Infinity", () => {
    const { toBlock, mediaTypes } = anthropicMessages.documents;
    const documents = { toBlock, mediaTypes, maxPages: Number.POSITIVE_INFINITY };
    expect(() => checkEndpoint({ ...anthropicMessages, documents })).not.toThrow();
  });

  test.each([
    ["toBlock", /toBlock of endpoint Mine is undefined\. Pass a function/],
    ["request", /request of endpoint Mine is undefined/],
    ["caps", /caps of endpoint Mine is undefined/],
  ])("throws for an endpoint without %s", (member, message) => {
    const partial: object = { ...anthropicMessages, label: "Mine", [member]: undefined };
    expect(() => checkEndpoint(partial as Endpoint<unknown>)).toThrow(message);
  });
});
