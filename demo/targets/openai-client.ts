import type { PreparedImage } from "vision-dropzone/core";
import { baseUrl, fileOf, NO_KEY } from "./clients.js";
import type { RefusalId } from "../state/refusals.js";
import type { CallOptions } from "./target.js";

/** What OpenAI's models refuse. No wording is known for too many images, nor for being overloaded. */
export const openaiRefusals: readonly RefusalId[] = [
  "request-too-large",
  "image-too-large",
  "image-dimensions",
  "image-too-small",
  "images-unsupported",
  "image-url-unreachable",
  "image-file-missing",
  "media-type-mismatch",
  "undecodable-image",
  "too-many-tokens",
  "rate-limit",
];

type Headers = CallOptions["headers"];

// A refusal is shown at once instead of being retried three times.
const shared = (defaultHeaders: Headers) => ({
  apiKey: NO_KEY,
  dangerouslyAllowBrowser: true,
  maxRetries: 0,
  defaultHeaders,
});

/** `path`: below the provider's prefix, where its OpenAI-like routes begin. */
export async function openaiClient(headers: Headers = {}, provider = "openai", path = "/v1") {
  const { OpenAI } = await import("openai");
  return new OpenAI({ ...shared(headers), baseURL: baseUrl(provider) + path });
}

export async function azureClient(headers: Headers) {
  const { AzureOpenAI } = await import("openai");
  return new AzureOpenAI({ ...shared(headers), endpoint: baseUrl("azure"), apiVersion: "2025-04-01-preview" });
}

/** Stores an image through OpenAI's Files API, in the form that Responses takes. */
export async function openaiUpload(image: PreparedImage, signal: AbortSignal): Promise<{ fileId: string }> {
  const client = await openaiClient();
  const { id: fileId } = await client.files.create({ file: fileOf(image), purpose: "vision" }, { signal });
  return { fileId };
}
