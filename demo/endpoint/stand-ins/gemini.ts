import type { GenerateContentResponse } from "@google/genai";
import { gemini } from "vision-dropzone/endpoints";
import type { DocumentPart } from "../document-part.js";
import type { ImagePart, RequestContent } from "../image-part.js";
import { isObject, listAt, objectAt, textAt } from "../json.js";
import { badRequest, localId } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { Answered, StandIn } from "../stand-in.js";
import type { Violation } from "../violation.js";
import { geminiFilesRoutes } from "./gemini-files.js";

/** A file that was uploaded, whatever host its address names. */
const FILE_URI = /\/v1(?:beta)?\/files\/(?<id>[\w-]+)$/;

function imagePart(part: unknown, path: string): ImagePart | undefined {
  if (!isObject(part)) return undefined;
  const inline = objectAt(part, "inlineData");
  const data = textAt(inline, "data");
  if (data !== undefined) return { kind: "base64", path, mediaType: textAt(inline, "mimeType"), data };
  const uri = textAt(objectAt(part, "fileData"), "fileUri");
  if (uri === undefined) return undefined;
  const id = FILE_URI.exec(uri)?.groups?.["id"];
  return id === undefined ? { kind: "url", path } : { kind: "file", path, id };
}

function read(body: unknown, { model = "" }: Readonly<Record<string, string>>): RequestContent | Refusal {
  if (listAt(body, "contents").length === 0)
    return badRequest("* GenerateContentRequest.contents: contents is not specified");
  const images: ImagePart[] = [];
  const documents: DocumentPart[] = [];
  let textCharacters = 0;
  listAt(body, "contents").forEach((content, index) => {
    listAt(content, "parts").forEach((part, at) => {
      textCharacters += textAt(part, "text")?.length ?? 0;
      const image = imagePart(part, `contents[${index}].parts[${at}]`);
      if (image?.kind === "base64" && image.mediaType === "application/pdf") documents.push(image);
      else if (image) images.push(image);
    });
  });
  return { model, images, documents, textCharacters };
}

/** The wording about the body is from 2023; that about images and tokens is newer. For a count, a type or a PDF file none is known. */
function words(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
      return badRequest(`Request payload size exceeds the limit: ${violation.limit} bytes.`);
    case "undecodable":
      return badRequest(
        "Unable to process input image. Please retry or report in https://developers.generativeai.google/guide/troubleshooting",
      );
    case "tokens":
      return badRequest(
        `The input token count (${violation.tokens}) exceeds the maximum number of tokens allowed (${violation.limit}).`,
      );
    case "no-images":
      return badRequest("Image input modality is not enabled for models/gemma-3-1b-it");
    case "rate":
      return { status: 429, type: "RESOURCE_EXHAUSTED", message: "Resource has been exhausted (e.g. check quota)." };
    default:
      return undefined;
  }
}

const STATUSES: Readonly<Record<number, string>> = {
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
};

type Answer = Pick<GenerateContentResponse, "usageMetadata" | "modelVersion" | "responseId"> & { candidates: object[] };

function shape({ model, text, inputTokens, outputTokens }: Answered): Answer {
  return {
    candidates: [{ content: { role: "model", parts: [{ text }] }, finishReason: "STOP", index: 0 }],
    usageMetadata: {
      promptTokenCount: inputTokens,
      candidatesTokenCount: outputTokens,
      totalTokenCount: inputTokens + outputTokens,
    },
    modelVersion: model,
    responseId: localId("resp"),
  };
}

export const geminiStandIn: StandIn = {
  name: "gemini",
  routes: [
    chatRoute({
      path: /^\/v1(?:beta)?\/models\/(?<model>[^/:]+):generateContent$/,
      endpoint: gemini,
      labels: "ignored",
      read,
      shape,
    }),
    ...geminiFilesRoutes,
  ],
  words,
  envelope: ({ status, message }) => ({
    status,
    body: { error: { code: status, message, status: STATUSES[status] ?? "INVALID_ARGUMENT" } },
  }),
};
