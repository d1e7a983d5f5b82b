/**
 * Sends one request to an unknown server: no cookies, no referrer, no cache, and every address on the way must pass the rules.
 */
import { ImageError } from "../shared/errors.js";
import { quoteUrl } from "../shared/url-name.js";
import { isError } from "../shared/platform-types.js";
import { checkUrlRules } from "./url-rules.js";
import type { UrlRules } from "./url-rules.js";

/** As many redirects as `fetch` itself follows. */
const MAX_REDIRECTS = 20;

const REDIRECTS = [301, 302, 303, 307, 308];

export interface UrlRequest extends UrlRules {
  method: "HEAD" | "GET";
  fetch: typeof fetch;
  signal: AbortSignal;
}

/** `url` is the address after redirects. The body, if any, is unread and ends with `signal`. */
export type Answer =
  | { status: "answered"; response: Response; url: URL }
  | { status: "unreachable"; cause: unknown }
  | { status: "cross-origin"; cause: unknown };

/**
 * Follows redirects one by one where the platform shows them (Node), so that a private host is never requested. A page does not see
 * them: there `fetch` follows, and only the last address can be checked, after the fact. Throws an `ImageError` for an address that
 * breaks the rules, and for endless redirects.
 */
export async function requestUrl(first: URL, request: UrlRequest): Promise<Answer> {
  const { method, fetch, signal } = request;
  const send = (url: URL, init: RequestInit) =>
    fetch(url.href, { method, signal, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", ...init });
  let url = first;
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await send(url, { redirect: "manual" });
      if (response.type === "opaqueredirect") return answerAt(await send(url, { redirect: "follow" }), url, request);
      const next = REDIRECTS.includes(response.status) ? response.headers.get("location") : null;
      if (next === null) return answerAt(response, url, request);
      url = redirected(next, url);
      checkUrlRules(url, request);
    }
  } catch (cause) {
    if (cause instanceof ImageError || signal.aborted) throw cause;
    return {
      status: await whyFailed(cause, () => send(url, { redirect: "follow", mode: "no-cors", method: "HEAD" })),
      cause,
    };
  }
  throw new ImageError("url-unreadable", `${quoteUrl(first)} redirects more than ${MAX_REDIRECTS} times.`);
}

function answerAt(response: Response, requested: URL, rules: UrlRules): Answer {
  // Empty if a service worker or the app's own `fetch` made the response.
  const url = response.url === "" ? requested : new URL(response.url);
  checkUrlRules(url, rules);
  return { status: "answered", response, url };
}

function redirected(target: string, from: URL): URL {
  try {
    return new URL(target, from);
  } catch (cause) {
    throw new ImageError("url-unreadable", `${quoteUrl(from)} redirects to something that isn't an address.`, {
      cause,
    });
  }
}

/**
 * Node gives the reason in `cause`. A page gets none, so that it cannot spy on other sites. Therefore the server is asked again
 * in `no-cors` mode: it answers if it only forbids reading, and does not if it is unreachable.
 */
async function whyFailed(
  error: unknown,
  requestWithoutReading: () => Promise<Response>,
): Promise<"unreachable" | "cross-origin"> {
  if (isError(error) && error.cause !== undefined) return "unreachable";
  return requestWithoutReading().then(
    () => "cross-origin" as const,
    () => "unreachable" as const,
  );
}
