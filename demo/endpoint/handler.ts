import type { IncomingMessage, ServerResponse } from "node:http";
import { createAnthropicRoutes } from "./anthropic.js";
import { badRequest, errorReply, tooLarge } from "./envelopes.js";
import type { Refusal } from "./envelopes.js";
import { createFilesRoutes, isFilesPath } from "./files.js";
import { createFileStore } from "./files-store.js";
import { forward } from "./forward.js";
import type { Upstream } from "./forward.js";
import { sendReply } from "./http-types.js";
import type { JsonRequest, Middleware, ProviderName, Reply } from "./http-types.js";
import { openaiRoutes } from "./openai.js";
import { readBody } from "./read-body.js";
import { requestCap } from "./request-cap.js";
import { serverLimits } from "./rules.js";
import { isSameOrigin } from "./same-origin.js";
import { readTrials } from "./trials.js";

export interface EndpointOptions {
  /** The real APIs; a provider left out is answered locally. */
  upstreams?: Partial<Record<ProviderName, Upstream>>;
  /** Longest silence in the middle of a body, in milliseconds. @default 20_000 */
  idleMs?: number;
  /** Memory for bodies, all requests together, in bytes. @default 268_435_456 (256 MiB) */
  bufferBytes?: number;
}

type Routes = (request: JsonRequest) => Promise<Reply | Refusal>;

const isReply = (answer: Reply | Refusal): answer is Reply => "body" in answer;

function parseJson(bytes: Buffer): { value: unknown } | Refusal {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return badRequest("The request body is not valid JSON.");
  }
}

/** The local endpoint as middleware: answers `/anthropic/*`, `/openai/*` and `/demo/config.json`, passes all else on. */
export function createEndpoint({
  upstreams = {},
  idleMs = serverLimits.idleMs,
  bufferBytes = serverLimits.bufferBytes,
}: EndpointOptions = {}): Middleware {
  const store = createFileStore();
  const routes: Record<ProviderName, Routes> = {
    anthropic: createAnthropicRoutes(store),
    openai: (request) => openaiRoutes(request, store),
  };
  const budget = { freeBytes: bufferBytes };
  const files = createFilesRoutes({ store, budget, idleMs });

  async function answer(request: IncomingMessage, provider: ProviderName, path: string): Promise<Reply | Refusal | undefined> {
    if (isFilesPath(path)) return files(request, provider, path);
    const { method = "GET", headers } = request;
    const origin = `http://${headers.host ?? "localhost"}`;
    const trials = readTrials(headers);
    if (method === "GET") return routes[provider]({ method, path, body: undefined, bodyBytes: 0, origin, trials });
    if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) {
      return { status: 415, type: "invalid_request_error", message: "Content-Type must be application/json." };
    }
    if (headers["content-encoding"] !== undefined) {
      return badRequest("The local endpoint of this demo takes no Content-Encoding; send the body as it is.");
    }
    const cap = requestCap(provider, path, headers);
    const body = await readBody(request, { capBytes: cap.bytes, idleMs, budget });
    switch (body.status) {
      case "too-large":
        return tooLarge(provider, cap.bytes, cap.label);
      case "busy":
        return { status: 503, type: "overloaded_error", message: "The local endpoint is out of memory for bodies; try again." };
      case "timeout":
        return { status: 408, type: "timeout_error", message: `No byte of the body came in for ${idleMs} ms.` };
      case "aborted":
        return undefined;
      case "read": {
        try {
          const json = parseJson(body.bytes);
          if (!("value" in json)) return json;
          return await routes[provider]({ method, path, body: json.value, bodyBytes: body.bytes.length, origin, trials });
        } finally {
          body.release();
        }
      }
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, name = "", path = ""] = /^\/(anthropic|openai)(\/.*)$/.exec(url.pathname) ?? [];
    const provider: ProviderName = name === "openai" ? "openai" : "anthropic";
    try {
      if (!isSameOrigin(request.headers)) {
        const message = "Only the demo's own page may use this endpoint: it may hold a real API key.";
        return sendReply(response, errorReply(provider, { status: 403, type: "permission_error", message }));
      }
      if (name === "") return sendReply(response, { status: 200, body: { live: Object.keys(upstreams) } });
      const upstream = upstreams[provider];
      if (upstream) return forward(request, response, { provider, path: path + url.search, upstream });
      const result = await answer(request, provider, path);
      if (result) sendReply(response, isReply(result) ? result : errorReply(provider, result));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      sendReply(response, errorReply(provider, { status: 500, type: "api_error", message }));
    }
  }

  return (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const ours = url.pathname === "/demo/config.json" || /^\/(anthropic|openai)\//.test(url.pathname);
    if (ours) void serve(request, response, url);
    else next();
  };
}
