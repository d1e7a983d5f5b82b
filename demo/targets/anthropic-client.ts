import type { PreparedImage } from "vision-dropzone/core";
import { baseUrl, fileOf, NO_KEY } from "./clients.js";
import type { RefusalId } from "../state/refusals.js";
import type { CallOptions } from "./target.js";

/** What Claude's API refuses, on its own platform and on others. */
export const claudeRefusals: readonly RefusalId[] = [
  "request-too-large",
  "image-too-large",
  "image-dimensions",
  "too-many-images",
  "media-type-mismatch",
  "undecodable-image",
  "too-many-tokens",
  "rate-limit",
  "overloaded",
];

/** What only its own platform refuses: the others take no addresses and no file ids. */
export const anthropicRefusals: readonly RefusalId[] = [
  ...claudeRefusals,
  "image-url-unreachable",
  "image-file-missing",
  "request-encoding",
];

export async function anthropicClient(defaultHeaders: CallOptions["headers"] = {}) {
  const { Anthropic } = await import("@anthropic-ai/sdk");
  // A refusal is shown at once instead of being retried three times.
  return new Anthropic({
    apiKey: NO_KEY,
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    defaultHeaders,
    baseURL: baseUrl("anthropic"),
  });
}

/** Stores an image through Anthropic's Files API. */
export async function anthropicUpload(image: PreparedImage, signal: AbortSignal): Promise<{ fileId: string }> {
  const client = await anthropicClient();
  const { id: fileId } = await client.files.upload({ file: fileOf(image) }, { signal });
  return { fileId };
}
