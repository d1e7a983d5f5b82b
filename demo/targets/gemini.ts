import type { Content } from "@google/genai";
import type { PreparedImage } from "vision-dropzone/core";
import { gemini } from "vision-dropzone/endpoints";
import { baseUrl, fileOf, NO_KEY } from "./clients.js";
import { defineTarget, describeUsage } from "./target.js";
import type { CallOptions } from "./target.js";
import { bareText, chatMessages } from "./chat-messages.js";

async function geminiClient(headers: CallOptions["headers"] = {}) {
  const { GoogleGenAI } = await import("@google/genai");
  return new GoogleGenAI({ apiKey: NO_KEY, httpOptions: { baseUrl: baseUrl("gemini"), headers } });
}

/** Stores an image through Gemini's Files API, which names it by an address. */
async function geminiUpload(image: PreparedImage, abortSignal: AbortSignal): Promise<{ fileId: string }> {
  const client = await geminiClient();
  const { uri } = await client.files.upload({
    file: fileOf(image),
    config: { mimeType: image.mediaType, abortSignal },
  });
  if (uri === undefined) throw new Error("The upload was answered without an address.");
  return { fileId: uri };
}

export const geminiTarget = defineTarget({
  endpoint: gemini,
  defaultModel: "gemini-3-flash",
  upload: geminiUpload,
  refusals: ["request-too-large", "images-unsupported", "undecodable-image", "too-many-tokens", "rate-limit"],
  // The model is in the URL. The SDK writes an empty `generationConfig` as soon as it gets a signal.
  params: (draft) => ({
    contents: chatMessages(draft, { endpoint: gemini, textPart: bareText }).map(({ role, content }): Content => ({
      parts: content,
      role: role === "assistant" ? "model" : role,
    })),
    generationConfig: {},
  }),
  async call({ contents }, { headers, signal, model }) {
    const client = await geminiClient(headers);
    const { text, usageMetadata } = await client.models.generateContent({
      model,
      contents,
      config: { abortSignal: signal },
    });
    return {
      text: text ?? "",
      usage: describeUsage(usageMetadata?.promptTokenCount, usageMetadata?.candidatesTokenCount),
    };
  },
});
