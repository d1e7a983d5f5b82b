/** `fetchImage`: downloads a web address as a file for `prepareImage`, if the server lets this page read it. */
import { withDeadline } from "../shared/with-deadline.js";
import { DEFAULT_LIMITS, DEFAULT_TIMEOUT_MS } from "../shared/defaults.js";
import { DEFAULT_ACCEPT } from "../shared/media-types.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { quoteBytesOver, quoteSeconds } from "../shared/format-figures.js";
import { requestUrl } from "./request-url.js";
import type { Answer } from "./request-url.js";
import { checkTimeout } from "./check-timeout.js";
import { rejectMediaType, rejectMissing } from "./reject-answer.js";
import { statedBytes, statedType } from "./stated.js";
import type { UrlOptions } from "./types.js";
import { quoteUrl } from "../shared/url-name.js";
import { parseImageUrl } from "./url-rules.js";

export interface FetchImageOptions extends UrlOptions {
  /** Largest file taken, in bytes; reading stops there. @default 52_428_800 (52.4 MB) */
  maxFileBytes?: number;
}

/**
 * Downloads an image so that it can be prepared and sent inline. The same addresses are rejected as by `checkImageUrl`. Rejects
 * with `ImageError`: `url-unreadable` when the server does not let this page read, does not answer in time or breaks off;
 * `url-not-found`, `url-media-type`, `url-too-large`. Rejects with the signal's reason when aborted. It does not check that the
 * bytes are a picture; `prepareImage` does.
 */
export async function fetchImage(given: string | URL, options: FetchImageOptions = {}): Promise<File> {
  const {
    maxFileBytes = DEFAULT_LIMITS.maxFileBytes,
    timeoutMs = DEFAULT_TIMEOUT_MS,
    allowPrivateHosts = false,
  } = options;
  const { fetch = globalThis.fetch, signal } = options;
  checkTimeout(timeoutMs);
  throwIfAborted(signal);
  const url = parseImageUrl(given, { allowPrivateHosts });
  const fetched = await withDeadline(
    async (deadline) =>
      read(await requestUrl(url, { method: "GET", allowPrivateHosts, fetch, signal: deadline }), url, maxFileBytes),
    { timeoutMs, signal },
  );
  if (fetched.status === "timed-out") throw unreadable(url, `took longer than ${quoteSeconds(timeoutMs)}`);
  return fetched.value;
}

async function read(answer: Answer, requested: URL, maxFileBytes: number): Promise<File> {
  if (answer.status === "cross-origin") throw unreadable(requested, "does not allow cross-origin reads", answer.cause);
  if (answer.status === "unreachable") throw unreadable(requested, "could not be reached", answer.cause);
  const { response, url } = answer;
  rejectMissing(response, url);
  if (!response.ok) throw unreadable(url, `answered with HTTP ${response.status}`);
  const type = statedType(response.headers);
  rejectMediaType(type, url, DEFAULT_ACCEPT);
  const stated = statedBytes(response.headers) ?? 0;
  if (stated > maxFileBytes) throw tooLarge(stated, maxFileBytes);
  return new File(await readBody(response, url, maxFileBytes), nameOf(requested), { type: type.mediaType ?? "" });
}

/** Counts while reading, since the stated length may be wrong or missing, and the body endless. */
async function readBody({ body }: Response, url: URL, maxFileBytes: number): Promise<Uint8Array<ArrayBuffer>[]> {
  if (!body) return [];
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw unreadable(url, "stopped before the end", cause);
    });
    if (done) return chunks;
    bytes += value.length;
    if (bytes > maxFileBytes) {
      await reader.cancel();
      throw tooLarge(bytes, maxFileBytes);
    }
    chunks.push(value);
  }
}

function unreadable(url: URL, why: string, cause?: unknown): ImageError {
  return new ImageError("url-unreadable", `The image can't be downloaded: ${quoteUrl(url)} ${why}.`, { cause });
}

function tooLarge(actual: number, limit: number): ImageError {
  const [has, may] = quoteBytesOver(actual, limit);
  return new ImageError("url-too-large", `Too large: ${has} or more. The limit is ${may}.`, { actual, limit });
}

/** The last part of the path, without characters that file systems and upload APIs forbid in names. */
function nameOf({ pathname }: URL): string {
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  return decode(last).replace(/[\p{Cc}\\/:*?"<>|]/gu, "_") || "image";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone "%" cannot be decoded: the name is used as written.
    return text;
  }
}
