/** Converts an `ImageError` to plain data and back, since a worker can post only data. */
import { ImageError, messageOf } from "./errors.js";
import { isError } from "./platform-types.js";
import type { PlainImageError } from "../pipeline/prepare-job.js";

export function toPlainError({ code, message, actual, limit, cause }: ImageError): PlainImageError {
  return { code, message, actual, limit, cause: plainCause(cause) };
}

export function fromPlainError({ code, message, actual, limit, cause }: PlainImageError): ImageError {
  return new ImageError(code, message, { actual, limit, cause: causeOf(cause) });
}

function plainCause(cause: unknown): PlainImageError["cause"] {
  if (cause === undefined) return undefined;
  if (isError(cause)) return { name: cause.name, message: cause.message };
  return messageOf(cause);
}

/** A `DOMException` keeps its name, which identifies the failure (`NotReadableError`). */
function causeOf(cause: PlainImageError["cause"]): unknown {
  return typeof cause === "object" ? new DOMException(cause.message, cause.name) : cause;
}
