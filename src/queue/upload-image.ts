/** Uploads one image through the app's `uploadFile`: with a time limit, retries, and a check of the answer. */
import { withDeadline } from "../shared/with-deadline.js";
import type { Endpoint } from "../shared/endpoint.js";
import { abortReason, ImageError, messageOf } from "../shared/errors.js";
import { quoteBytesExactly, quoteSeconds } from "../shared/format-figures.js";
import type { UploadFile } from "./relocation-mode.js";
import type { PreparedImage } from "../shared/types.js";

export interface UploadOptions {
  endpoint: Endpoint<unknown>;
  timeoutMs?: number | undefined;
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}

/** An upload moves a few hundred kilobytes; after two minutes without an answer the connection is lost. */
const DEFAULT_UPLOAD_TIMEOUT_MS = 120_000;

/** Pauses before the second and the third attempt: long enough for a rate limit of a second, short for a person. */
const RETRY_DELAYS_MS = [500, 2000] as const;

/** The file id. Rejects with `ImageError` `upload-failed` after the last attempt, or with the signal's reason. */
export async function uploadImage(
  image: PreparedImage,
  uploadFile: UploadFile,
  options: UploadOptions,
): Promise<string> {
  const { endpoint, signal } = options;
  const { maxFileBytes = Number.POSITIVE_INFINITY } = endpoint;
  if (image.bytes > maxFileBytes) {
    const message = `The image has ${quoteBytesExactly(image.bytes)}; files at ${endpoint.label} may have ${quoteBytesExactly(maxFileBytes)}.`;
    throw new ImageError("upload-failed", message, { actual: image.bytes, limit: maxFileBytes });
  }
  for (const delayMs of RETRY_DELAYS_MS) {
    const tried = await tryOnce(image, uploadFile, options);
    if (typeof tried === "string") return tried;
    await pause(delayMs, signal);
  }
  const last = await tryOnce(image, uploadFile, options);
  if (typeof last === "string") return last;
  throw last;
}

async function tryOnce(
  image: PreparedImage,
  uploadFile: UploadFile,
  options: UploadOptions,
): Promise<string | ImageError> {
  const { timeoutMs = DEFAULT_UPLOAD_TIMEOUT_MS, signal, onProgress } = options;
  // `loaded / total` is NaN while both are unknown.
  const report = (fraction: number) => onProgress(Math.min(1, Math.max(0, fraction || 0)));
  try {
    // async: an uploadFile that throws at once is a failed attempt like any other.
    const result = await withDeadline(async (deadline) => uploadFile(image, { signal: deadline, onProgress: report }), {
      timeoutMs,
      signal,
    });
    if (result.status === "timed-out") {
      return new ImageError("upload-failed", `The upload did not finish within ${quoteSeconds(timeoutMs)}.`, {
        actual: timeoutMs,
        limit: timeoutMs,
      });
    }
    const fileId: unknown = result.value?.fileId;
    if (typeof fileId === "string" && fileId !== "") return fileId;
    return new ImageError("upload-failed", "The upload answered without a fileId. Return { fileId } from uploadFile.");
  } catch (cause) {
    if (signal.aborted) throw abortReason(signal);
    const detail = messageOf(cause);
    return new ImageError("upload-failed", `The upload failed: ${detail}`, { cause });
  }
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, delayMs);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
