/**
 * The two kinds of failure: a bad file is an `ImageError` (a value in a list, or the reason `prepareImage` rejects with); a bad call
 * throws a plain `TypeError` that says what, why and how to fix it.
 */
import { isError } from "./platform-types.js";

/**
 * Kebab-case next to react-dropzone's codes. What `actual` and `limit` hold:
 * `file-too-large`, `image-too-large` bytes (the latter of base64 text); `image-too-many-pixels` pixels;
 * `image-edge-too-short`, `image-edge-too-long` pixels; `too-many-files` files; `request-too-large` bytes;
 * `request-too-many-tokens` tokens; `document-too-large` bytes, `document-too-long` pages, `document-too-many` PDF files;
 * `file-invalid-type`, `url-media-type`, `image-animated` media types; `decode-timeout` milliseconds, and so `file-unreadable` where a file did not
 * answer in time; `url-too-large` bytes as they are, before base64; `url-not-found` the HTTP status. The others carry no figures.
 */
export type ImageErrorCode =
  | "file-empty"
  | "file-unreadable"
  | "file-too-large"
  | "file-invalid-type"
  | "too-many-files"
  | "not-an-image"
  | "image-truncated"
  | "image-animated"
  | "image-too-many-pixels"
  | "image-edge-too-short"
  | "image-edge-too-long"
  | "image-too-large"
  | "image-format-unsupported"
  | "image-undecodable"
  | "password-needed"
  | "password-wrong"
  | "image-unencodable"
  | "decode-timeout"
  | "compress-failed"
  | "upload-failed"
  | "document-unsupported"
  | "document-protected"
  | "document-too-large"
  | "document-too-long"
  | "document-too-many"
  | "request-too-large"
  | "request-too-many-tokens"
  | "url-invalid"
  | "url-scheme"
  | "url-credentials"
  | "url-private-host"
  | "url-not-found"
  | "url-media-type"
  | "url-too-large"
  | "url-unsupported"
  | "url-unreadable";

export interface ImageErrorFigures {
  actual?: number | string | undefined;
  limit?: number | string | undefined;
  cause?: unknown;
}

/** A rejected file, or a request that cannot be sent. `message` is complete English; the exact figures are in `actual` and `limit`. */
export class ImageError extends Error {
  override readonly name = "ImageError";
  readonly code: ImageErrorCode;
  readonly actual: number | string | undefined;
  readonly limit: number | string | undefined;

  constructor(code: ImageErrorCode, message: string, { actual, limit, cause }: ImageErrorFigures = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.actual = actual;
    this.limit = limit;
  }
}

/** Also true of an error from a copy of this package: each entry may be bundled with its own. */
export function isImageError(cause: unknown): cause is ImageError {
  return isError(cause) && cause.name === "ImageError";
}

/** An abort keeps its own error (`AbortError`, or the signal's reason) and never becomes an `ImageError`. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortReason(signal);
}

/** The signal's reason, or a `DOMException` named `AbortError` if it has none. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException("The operation was aborted.", "AbortError");
}

/** A bad call: `message` says what, why and how to fix it. Throws `TypeError`. */
export function checkCall(right: boolean, message: string): asserts right {
  if (!right) throw new TypeError(`vision-dropzone: ${message}`);
}

/**
 * `checkCall` for one option: its name, its value, and what to pass instead. Options are checked at each keystroke, so only a wrong
 * value is written out.
 */
export function checkOption(right: boolean, name: string, value: unknown, expected: string): asserts right {
  if (right) return;
  const shown = typeof value === "number" ? value : JSON.stringify(value);
  checkCall(right, `${name} is ${shown}. Pass ${expected}.`);
}

/** `checkOption` for an option that is one of a few words; `undefined` stands for its default. */
export function checkWord(name: string, value: string | undefined, words: readonly string[]): void {
  checkOption(value === undefined || words.includes(value), name, value, `"${words.join('" or "')}"`);
}

/** `checkOption` for an option that is a number above 0; `undefined` stands for its default. */
export function checkPositive(name: string, value: number | undefined, unit: string): void {
  checkOption(value === undefined || value > 0, name, value, `a number of ${unit} above 0`);
}

/** The message of anything that was thrown. */
export function messageOf(cause: unknown): string {
  return isError(cause) ? cause.message : String(cause);
}
