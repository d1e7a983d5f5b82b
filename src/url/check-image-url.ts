/** `checkImageUrl`: size and type of an image at a web address, without downloading it. */
import { withDeadline } from "../shared/with-deadline.js";
import { DEFAULT_ACCEPT } from "../shared/media-types.js";
import type { Endpoint } from "../shared/endpoint.js";
import { ImageError, throwIfAborted } from "../shared/errors.js";
import { quoteBytesOver, quoteSeconds } from "../shared/format-figures.js";
import type { MediaType } from "../shared/types.js";
import { requestUrl } from "./request-url.js";
import type { Answer } from "./request-url.js";
import { checkTimeout } from "./check-timeout.js";
import { statedBytes, statedType } from "./stated.js";
import { rejectMediaType, rejectMissing } from "./reject-answer.js";
import type { UrlCheck, UrlCheckOptions, UrlUnknown, UrlUnknownReason } from "./types.js";
import { parseImageUrl } from "./url-rules.js";

/** Headers arrive quickly or not at all, and a person is waiting. */
const DEFAULT_CHECK_TIMEOUT_MS = 10_000;

type Finding = Omit<UrlUnknown, "status" | "url"> | { bytes: number; mediaType: MediaType; finalUrl: string };

/**
 * Asks the server with a HEAD request for size and media type; the body is never downloaded. Addresses that no endpoint may be
 * given (http:, data:, blob:, credentials, private hosts) are rejected before any request. Resolves with what could be found out,
 * and says what could not; size and type are what the server states. Rejects with the signal's reason when aborted, and with
 * `TypeError` for options that can never work.
 */
export async function checkImageUrl(given: string | URL, options: UrlCheckOptions = {}): Promise<UrlCheck> {
  const {
    endpoint,
    allowPrivateHosts = false,
    timeoutMs = DEFAULT_CHECK_TIMEOUT_MS,
    fetch = globalThis.fetch,
    signal,
  } = options;
  checkTimeout(timeoutMs);
  throwIfAborted(signal);
  try {
    const url = parseImageUrl(given, { allowPrivateHosts });
    refuseUrlBlock(endpoint);
    const timed = await withDeadline(
      (deadline) => requestUrl(url, { method: "HEAD", allowPrivateHosts, fetch, signal: deadline }),
      { timeoutMs, signal },
    );
    const finding: Finding =
      timed.status === "timed-out"
        ? unknown("timeout", `no answer within ${quoteSeconds(timeoutMs)}`)
        : judge(timed.value, endpoint);
    return "reason" in finding
      ? { status: "unknown", url: url.href, ...finding }
      : { status: "ok", url: url.href, ...finding };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    const { code, message, actual, limit } = error;
    return { status: "refused", url: String(given), code, message, actual, limit };
  }
}

function refuseUrlBlock(endpoint: Endpoint<unknown> | undefined): void {
  if (!endpoint || endpoint.urlBlock) return;
  throw new ImageError("url-unsupported", `${endpoint.label} doesn't accept image links. Add the image itself.`);
}

/** Throws an `ImageError` for an image that is known to be refused. */
function judge(answer: Answer, endpoint: Endpoint<unknown> | undefined): Finding {
  if (answer.status === "cross-origin") return unknown("cross-origin", "the server does not allow cross-origin reads");
  if (answer.status === "unreachable") return unknown("unreachable", "the server could not be reached from here");
  const { response, url } = answer;
  const { status, headers } = response;
  rejectMissing(response, url);
  if (status === 405 || status === 501)
    return unknown("method", `the server does not answer HEAD requests (HTTP ${status})`);
  if (!response.ok) return unknown("status", `the server answered with HTTP ${status}`);
  const type = statedType(headers);
  rejectMediaType(type, url, endpoint?.caps.mediaTypes ?? DEFAULT_ACCEPT);
  const bytes = statedBytes(headers);
  if (bytes !== undefined && endpoint) refuseSize(bytes, endpoint);
  const { mediaType } = type;
  const known = { ...(bytes !== undefined && { bytes }), ...(mediaType && { mediaType }) };
  if (bytes === undefined) return { ...unknown("length", "the server does not state it"), ...known };
  if (!mediaType)
    return {
      ...known,
      reason: "media-type",
      message: "Type unknown: the server does not say whether this is an image.",
    };
  return { bytes, mediaType, finalUrl: url.href };
}

function unknown(reason: UrlUnknownReason, why: string): Omit<UrlUnknown, "status" | "url"> {
  return { reason, message: `Size unknown: ${why}.` };
}

/** Endpoints count an image that they fetch like one that is sent; some have a further limit for those they fetch. */
function refuseSize(bytes: number, { caps, label }: Endpoint<unknown>): void {
  const { maxImageBytes, maxUrlBytes = Number.POSITIVE_INFINITY } = caps;
  const inline = maxImageBytes?.counted === "base64" ? Math.floor(maxImageBytes.bytes / 4) * 3 : maxImageBytes?.bytes;
  const limit = Math.min(maxUrlBytes, inline ?? Number.POSITIVE_INFINITY);
  if (bytes <= limit) return;
  const [has, may] = quoteBytesOver(bytes, limit);
  const message = `Too large: ${has}. ${label} accepts at most ${may}.`;
  throw new ImageError("url-too-large", message, { actual: bytes, limit });
}
