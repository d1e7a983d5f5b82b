import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream";
import type { LiveProvider } from "./http-types.js";
import { sendReply } from "./send-reply.js";
import { serverLimits } from "./server-limits.js";
import { errorReply } from "./stand-ins.js";

/** The real API behind a provider's routes. */
export interface Upstream {
  /** Scheme and host, e.g. `https://api.anthropic.com`. */
  baseUrl: string;
  apiKey: string;
}

/** Nothing else that the browser sent is passed on: no cookie, no origin, no placeholder key. */
const FORWARDED = ["accept", "content-type", "content-length", "anthropic-version", "anthropic-beta", "openai-beta"];
const RETURNED = ["content-type", "request-id", "x-request-id", "retry-after"];

function pick(headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

function withKey(provider: LiveProvider, apiKey: string): OutgoingHttpHeaders {
  return provider === "anthropic" ? { "x-api-key": apiKey } : { authorization: `Bearer ${apiKey}` };
}

/**
 * Pipes the request to the real API and the answer back, neither held in memory. The key is added here, on the server, and the
 * page never sees it. If the page aborts, so does the call to the API.
 */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { provider, path, upstream }: { provider: LiveProvider; path: string; upstream: Upstream },
): void {
  const url = new URL(upstream.baseUrl + path);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const call = send(url, {
    method: request.method,
    headers: { ...pick(request.headers, FORWARDED), ...withKey(provider, upstream.apiKey) },
    timeout: serverLimits.upstreamMs,
  });
  const fail = (cause: string): void => {
    const message = `The ${provider} API could not be reached from the demo's server: ${cause}`;
    sendReply(response, errorReply(provider, { status: 502, type: "api_error", message }));
  };
  call.on("timeout", () => call.destroy(new Error("no answer in time")));
  call.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, pick(answer.headers, RETURNED));
    pipeline(answer, response, () => undefined);
  });
  response.on("close", () => call.destroy());
  // Errors of both streams arrive here. An answer that has begun can only be broken off, which `pipeline` has done.
  pipeline(request, call, (error) => {
    if (error) fail(error.message);
  });
  call.on("error", (error) => fail(error.message));
}
