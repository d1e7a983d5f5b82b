import type { Reply } from "../http-types.js";
import { badRequest, localId } from "../refusal.js";
import type { Refusal } from "../refusal.js";
import type { Violation } from "../violation.js";

const MIB = 2 ** 20;

/** "32 MB", "0.1 MB": MB is 2^20 here, as Anthropic counts. */
const megabytes = (bytes: number): string => `${Number((bytes / MIB).toFixed(2))} MB`;

function tooLarge(limit: number): Refusal {
  const message = `Request exceeds the maximum size. The maximum allowed size is ${megabytes(limit)} (${limit} bytes).`;
  return { status: 413, type: "request_too_large", message };
}

/**
 * What Claude's API says about images and PDF files, the same on every platform; apps were seen to be answered so. Image problems have no
 * code of their own, only these words.
 */
export function claudeImageWords(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "image-bytes":
      return badRequest(
        `${violation.path}: image exceeds ${megabytes(violation.limit)} maximum: ${violation.bytes} bytes > ${violation.limit} bytes`,
      );
    case "edge": {
      const of = violation.many ? " for many-image requests" : "";
      return badRequest(
        `${violation.path}: At least one of the image dimensions exceed max allowed size${of}: ${violation.limit} pixels`,
      );
    }
    case "image-count":
      return badRequest(`too many images and documents: ${violation.images} + 0 > ${violation.limit}`);
    case "label":
      return badRequest(
        `${violation.path}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'`,
      );
    case "mismatch":
      return badRequest(
        `${violation.path}: The image was specified using the ${violation.label} media type, but the image appears to be a ${violation.found} image`,
      );
    case "bad-base64":
      return badRequest(`${violation.path}.data: Invalid base64 data`);
    case "undecodable":
    case "format":
      return badRequest(`${violation.path}: Could not process image`);
    case "document-pages":
      return badRequest(
        violation.images === 0
          ? `A maximum of ${violation.limit} PDF pages may be provided.`
          : `Too much media: ${violation.pages} document pages + ${violation.images} images > ${violation.limit}`,
      );
    case "document-base64":
      return badRequest(`${violation.path}.data: Invalid base64 data`);
    case "document-damaged":
      return badRequest("Could not process PDF");
    default:
      return undefined;
  }
}

/** Adds what its own platform says about a request. The two kinds of overload are the SDK's (`ErrorObject`). */
export function anthropicWords(violation: Violation): Refusal | undefined {
  switch (violation.kind) {
    case "request-bytes":
    case "file-bytes":
      return tooLarge(violation.limit);
    case "tokens":
      return badRequest(`prompt is too long: ${violation.tokens} tokens > ${violation.limit} maximum`);
    case "file-missing":
      return { status: 404, type: "not_found_error", message: `File not found: ${violation.id}` };
    case "overloaded":
      return { status: 529, type: "overloaded_error", message: "Overloaded" };
    case "rate":
      return {
        status: 429,
        type: "rate_limit_error",
        message: "This request would exceed your rate limit. Please try again later.",
      };
    default:
      return claudeImageWords(violation);
  }
}

/** `prefix` of the request id tells the platform: `req_vrtx` is Google's. */
export function claudeEnvelope({ status, type, message, code }: Refusal, prefix = "req"): Reply {
  const id = localId(prefix);
  const error = { type, message, ...(code !== undefined && { details: { error_code: code } }) };
  return {
    status,
    body: { type: "error", error, request_id: id },
    headers: { "request-id": id },
  };
}
