import type { ImageErrorCode } from "../core/errors.js";

/** Refusals that the same file may survive a second time: memory freed, a place freed, a service back, a drive plugged in. */
const RETRYABLE: readonly ImageErrorCode[] = [
  "file-unreadable",
  "too-many-files",
  "image-undecodable",
  "image-unencodable",
  "decode-timeout",
  "compress-failed",
];

/** Whether a Retry button makes sense. A text file stays a text file. */
export function canRetry(code: ImageErrorCode): boolean {
  return RETRYABLE.includes(code);
}
