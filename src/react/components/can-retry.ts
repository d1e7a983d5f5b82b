import type { ImageError, ImageErrorCode } from "../../shared/errors.js";
import type { ImageItem } from "../../queue/types.js";

/** A second attempt may succeed: memory or a place is free again, a service is back. */
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
 * Whether a Retry button makes sense. A text file stays a text file, and a file that was moved or changed must be chosen again. A
 * file that could not be read in time (its error has a limit) may be readable later.
 */
export function canRetry({ code, limit }: ImageError): boolean {
  return RETRYABLE.includes(code) || (code === "file-unreadable" && limit !== undefined);
}

/** The error of an item that was rejected, or whose upload failed. */
export function errorOf(item: ImageItem) {
  if (item.status === "rejected") return item.error;
  return item.status === "ready" && item.image && item.upload.status === "failed" ? item.upload.error : undefined;
}
