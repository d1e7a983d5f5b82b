import type { Reply } from "../http-types.js";
import { badRequest, localId } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import type { Violation } from "../violation.js";

/** "input" or "messages": the error's `param`. */
const paramOf = (path: string): string => /^\w+/.exec(path)?.[0] ?? path;

/** "50.56MB": decimal, rounded up. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 10_000) / 100}MB`;

const NO_PICTURE =
  "The image data you provided does not represent a valid image. Please check your input and try again with one " +
  "of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].";
const NO_BYTES =
  "Invalid image_url: Expected a base64-encoded data URL with an image MIME type " +
  "(e.g. 'data:image/png;base64,...'), but got empty base64-encoded bytes.";
const WRONG_FORMAT =
  "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].";

/**
 * OpenAI's words, Azure's too, which serves the same models. No words are known for too many images or too long a side.
 * `image_size_exceeds_limit` is documented for Chat Completions and was never seen in a public report; no limit for one image is
 * published, so only a lowered one is ever met.
 */
export function openaiWords(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
      // The real API counts only the images, where 50 MB were measured; the package uses a lower, safe limit on the body.
      return badRequest(
        `Total image size is ${megabytes(violation.bytes)}, which exceeds the allowed limit of ${megabytes(violation.limit)}.`,
        { param: "messages" },
      );
    case "image-bytes":
      return badRequest("Image size exceeds maximum limit", {
        code: "image_size_exceeds_limit",
        param: violation.path,
      });
    case "patches":
      return badRequest(
        `The image requires ${violation.patches} patches after processing, exceeding the limit of ${violation.limit}. ` +
          "Please resize the image and try again.",
        { code: "invalid_value", param: paramOf(violation.path) },
      );
    case "format":
      // By content only: a wrong media type in the data URL is tolerated here, unlike at Anthropic.
      return badRequest(WRONG_FORMAT, { code: "invalid_image_format", param: paramOf(violation.path) });
    case "bad-base64":
    case "undecodable":
      return badRequest(violation.kind === "bad-base64" && violation.empty ? NO_BYTES : NO_PICTURE, {
        code: "invalid_value",
        param: paramOf(violation.path),
      });
    case "document-base64":
      return badRequest(
        `Invalid file data: '${violation.path}'. Expected a base64-encoded data URL with a valid file MIME type ` +
          "(e.g. 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ=='), but got an invalid base64-encoded value.",
        { param: paramOf(violation.path) },
      );
    case "tokens":
      return badRequest(
        `This model's maximum context length is ${violation.limit} tokens. However, your messages resulted in ${violation.tokens} tokens.`,
        { code: "context_length_exceeded", param: "messages" },
      );
    case "file-missing":
      // The code is one of the SDK's `ResponseError` codes; the words are ours.
      return badRequest(`Invalid '${violation.path}.file_id': no file with the id '${violation.id}' was found.`, {
        code: "image_file_not_found",
        param: `${violation.path}.file_id`,
      });
    case "small":
      // The code is the SDK's, the words are ours.
      return badRequest("The image is too small.", { code: "image_too_small", param: "input" });
    case "no-images":
      return badRequest("Invalid content type. image_url is only supported by certain models.", {
        param: "messages.[0].content.[0].type",
      });
    case "unreachable":
      return badRequest("Error while downloading https://example.com/photo.jpg.", {
        code: "invalid_image_url",
        param: "url",
      });
    case "rate":
      return {
        status: 429,
        type: "requests",
        code: "rate_limit_exceeded",
        message: "Rate limit reached. Please try again later.",
      };
    default:
      return undefined;
  }
}

export function openaiEnvelope({ status, type, message, code, param }: Refusal, idHeader = "x-request-id"): Reply {
  return {
    status,
    body: { error: { message, type, param: param ?? null, code: code ?? null } },
    headers: { [idHeader]: localId("req") },
  };
}
