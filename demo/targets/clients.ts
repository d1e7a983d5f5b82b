/** The official SDKs, loaded when the first request is sent: the page is there before they are. */
import type { PreparedImage } from "vision-dropzone/core";
import type { CallOptions } from "./target.js";

type Headers = CallOptions["headers"];

function clientOptions(defaultHeaders: Headers) {
  return {
    // The server adds the real key, if it has one; the page holds none.
    apiKey: "none",
    dangerouslyAllowBrowser: true,
    // A refusal is shown at once instead of being tried three times.
    maxRetries: 0,
    defaultHeaders,
  };
}

export async function anthropicClient(headers: Headers = {}) {
  const { Anthropic } = await import("@anthropic-ai/sdk");
  return new Anthropic({ ...clientOptions(headers), baseURL: `${location.origin}/anthropic` });
}

export async function openaiClient(headers: Headers = {}) {
  const { OpenAI } = await import("openai");
  return new OpenAI({ ...clientOptions(headers), baseURL: `${location.origin}/openai/v1` });
}

const fileOf = ({ blob, name, mediaType }: PreparedImage): File => new File([blob], name, { type: mediaType });

/** Stores an image through Anthropic's Files API. */
export async function anthropicUpload(image: PreparedImage, signal: AbortSignal): Promise<{ fileId: string }> {
  const client = await anthropicClient();
  const { id: fileId } = await client.files.upload({ file: fileOf(image) }, { signal });
  return { fileId };
}

/** Stores an image through OpenAI's Files API, as what Responses looks at. */
export async function openaiUpload(image: PreparedImage, signal: AbortSignal): Promise<{ fileId: string }> {
  const client = await openaiClient();
  const { id: fileId } = await client.files.create({ file: fileOf(image), purpose: "vision" }, { signal });
  return { fileId };
}
