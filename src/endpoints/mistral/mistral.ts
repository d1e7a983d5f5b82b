/** Mistral's API, with two forms of image chunk: the official SDK's and the HTTP API's. */
import type { Endpoint } from "../../shared/endpoint.js";
import { dataUrl } from "../data-url.js";
import { renamedImageUrl } from "../renamed-image-url.js";
import { mistral3 } from "./tokens.js";

/** Assignable to `ImageURLChunk` of `@mistralai/mistralai`. */
export type MistralImageChunk = {
  type: "image_url";
  imageUrl: string;
};

/** As the HTTP API takes it. */
export type MistralHttpImageChunk = {
  type: "image_url";
  image_url: string;
};

const shared = {
  provider: "mistral",
  asOf: "2026-11-30",
  sources: [
    {
      figure:
        "image: 10 MB, counted on base64 to be safe; 8 images; 10,000 px a side; types: png, jpeg, webp, single-frame gif",
      url: "https://docs.mistral.ai/studio-api/conversations/vision",
      confidence: "B" as const,
      asOf: "2026-11-30",
    },
    {
      figure:
        "image: 20 MB, and as many images as the model's tokens allow, by the page of known limitations; the stricter figures are used",
      url: "https://docs.mistral.ai/resources/known-limitations",
      confidence: "B" as const,
      asOf: "2026-11-30",
    },
    {
      figure: "request: not published; least side: not published, none is set",
      url: "https://docs.mistral.ai/studio-api/conversations/vision",
      confidence: "D" as const,
      asOf: "2026-11-30",
    },
  ],
  caps: {
    maxImageBytes: { bytes: 10_000_000, counted: "base64" as const },
    maxImages: 8,
    maxEdgePx: 10_000,
    mediaTypes: ["image/jpeg", "image/png", "image/gif", "image/webp"] as const,
  },
  tokenModel: mistral3,
  request: (blocks: readonly unknown[]) => ({
    model: "",
    stream: false,
    messages: [{ role: "user", content: blocks }],
  }),
};

const PREFIX_BYTES = ',"prefix":false'.length;

/** The SDK adds a `prefix` to an assistant message without one. An object of tool arguments may have a `role` as well. */
const isBareAnswer = (value: object): boolean =>
  "role" in value &&
  value.role === "assistant" &&
  ("content" in value || "toolCalls" in value) &&
  !("prefix" in value && value.prefix !== undefined);

/**
 * `chat.complete` and `chat.stream` of the official SDK. It writes `imageUrl` as `image_url` and `"prefix":false` into each
 * assistant message, which the meter counts, and adds `"stream":false` or `"stream":true` (15 or 14 bytes with the comma): put
 * that into what `request` returns, and give other fields their names in the HTTP API (`max_tokens`).
 */
export const mistral: Endpoint<MistralImageChunk> = {
  ...shared,
  id: "mistral",
  label: "Mistral",
  toBlock: (image) => ({ type: "image_url", imageUrl: dataUrl(image) }),
  urlBlock: (url) => ({ type: "image_url", imageUrl: url }),
  wireBytes: (value, jsonBytes) =>
    isBareAnswer(value) ? jsonBytes() + PREFIX_BYTES : renamedImageUrl(value, jsonBytes),
};

/** `POST /v1/chat/completions`, called over HTTP. */
export const mistralHttp: Endpoint<MistralHttpImageChunk> = {
  ...shared,
  id: "mistral-http",
  label: "Mistral (HTTP)",
  toBlock: (image) => ({ type: "image_url", image_url: dataUrl(image) }),
  urlBlock: (url) => ({ type: "image_url", image_url: url }),
};
