import type { ConverseCommandOutput } from "@aws-sdk/client-bedrock-runtime";
import { bedrockConverse } from "vision-dropzone/endpoints";
import type { DocumentPart } from "../document-part.js";
import type { ImagePart, RequestContent } from "../image-part.js";
import { isObject, listAt, objectAt, textAt } from "../json.js";
import { localId } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import { chatRoute } from "../stand-in.js";
import type { Answered, StandIn } from "../stand-in.js";
import { plainWords } from "../violation.js";
import type { Violation } from "../violation.js";
import { claudeImageWords } from "./anthropic-words.js";

const invalid = (message: string): Refusal => ({ status: 400, type: "ValidationException", message });

function imagePart(image: unknown, path: string): ImagePart {
  const source = objectAt(image, "source");
  const data = textAt(source, "bytes");
  if (data === undefined) return { kind: "url", path };
  // `jpg` and upper case are refused: only the format's exact name is accepted.
  return { kind: "base64", path, mediaType: `image/${textAt(image, "format") ?? ""}`, data };
}

function read(body: unknown, { model = "" }: Readonly<Record<string, string>>): RequestContent | Refusal {
  if (listAt(body, "messages").length === 0) return invalid("The messages field must hold at least one message.");
  const images: ImagePart[] = [];
  const documents: DocumentPart[] = [];
  let alone: string | undefined;
  let textCharacters = 0;
  listAt(body, "messages").forEach((message, index) => {
    const content = listAt(message, "content");
    content.forEach((block, at) => {
      textCharacters += textAt(block, "text")?.length ?? 0;
      const image = isObject(block) ? block["image"] : undefined;
      if (image !== undefined) images.push(imagePart(image, `messages.${index}.content.${at}.image`));
      const pdf = objectAt(block, "document");
      const data = textAt(objectAt(pdf, "source"), "bytes");
      const path = `messages.${index}.content.${at}.document`;
      if (textAt(pdf, "format") !== "pdf" || data === undefined) return;
      documents.push({ path, data, name: textAt(pdf, "name") });
      if (!content.some((other) => textAt(other, "text"))) alone ??= path;
    });
  });
  if (alone !== undefined) return plainWords({ kind: "document-alone", path: alone });
  return { model: decodeURIComponent(model), images, documents, textCharacters };
}

/** AWS counts positions in a path from one. */
const memberPath = (path: string): string =>
  path.replaceAll(/\.(\d+)/g, (_, index: string) => `.${Number(index) + 1}.member`);

/**
 * AWS itself checks the stated format and the request; about images it passes on what Claude says. 20 MB of images and a prompt
 * that is too long in tokens are answered alike.
 */
function words(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
    case "tokens":
      return invalid("Input is too long for requested model.");
    case "label":
      return invalid(
        `1 validation error detected: Value at '${memberPath(violation.path)}.format' failed to satisfy constraint: ` +
          "Member must satisfy enum value set: [gif, jpeg, png, webp]",
      );
    case "undecodable":
    case "bad-base64":
    case "format":
      return invalid("Failed to sanitize image: Invalid or unsupported image format");
    case "document-count":
      return invalid(`You can't include more than ${violation.limit} documents in a request.`);
    case "document-name":
      return invalid("Messages can't contain duplicate document names. Rename the document and retry your request.");
    case "no-images":
      return invalid(
        "This model doesn't support the image content block that you provided. Update the content block and try again.",
      );
    case "rate":
      return {
        status: 429,
        type: "ThrottlingException",
        message: "Too many requests, please wait before trying again.",
      };
    case "overloaded":
      return { status: 503, type: "ServiceUnavailableException", message: "The service is temporarily unavailable." };
    default: {
      const said = claudeImageWords(
        "path" in violation ? { ...violation, path: `${violation.path}.source.bytes` } : violation,
      );
      return said && invalid(`The model returned the following errors: ${said.message}`);
    }
  }
}

function shape({ text, inputTokens, outputTokens }: Answered): Omit<ConverseCommandOutput, "$metadata"> {
  return {
    output: { message: { role: "assistant", content: [{ text }] } },
    stopReason: "end_turn",
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  };
}

/** The SDK and plain HTTP write the same body, so one route serves both. */
export const bedrockStandIn: StandIn = {
  name: "bedrock",
  routes: [
    chatRoute({
      path: /^\/model\/(?<model>[^/]+)\/converse$/,
      endpoint: bedrockConverse,
      labels: "checked",
      read,
      shape,
    }),
  ],
  words,
  envelope: ({ status, type, message }) => ({
    status,
    body: { message },
    // Anything that is not one of AWS's exceptions is a bad request.
    headers: {
      "x-amzn-errortype": type.endsWith("Exception") ? type : "ValidationException",
      "x-amzn-requestid": localId("req"),
    },
  }),
};
