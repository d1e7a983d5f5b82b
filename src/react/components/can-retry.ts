import type { ImageError, ImageErrorCode } from "../../shared/errors.js";
import type { ImageItem } from "../../queue/types.js";

/** Refusals that the same file or address may survive a second time: memory freed, a place freed, a service back. */
const RETRYABLE: readonly ImageErrorCode[] = [
  "too-many-files",
  "image-undecodable",
  "image-unencodable",
  "decode-timeout",
  "compress-failed",
  "upload-failed",
  "url-unreadable",
];

/**
 * Whether a Retry button makes sense. A text file stays a text file, and a file that was moved or changed must be chosen again; one that
 * did not answer in time may answer later.
 */
export function canRetry({ code, limit }: ImageError): boolean {
  return RETRYABLE.includes(code) || (code === "file-unreadable" && limit !== undefined);
}

/** What went wrong with an item: a refusal, or an upload that failed and left the image inline. */
export function troubleOf(item: ImageItem) {
  if (item.status === "rejected") return item.error;
  return item.status === "ready" && item.image && item.upload.status === "failed" ? item.upload.error : undefined;
}
