import type { IncomingMessage, ServerResponse } from "node:http";
import { createFilesRoutes, filesProvider } from "./files.js";
import { createFileStore } from "./files-store.js";
import { forward } from "./forward.js";
import type { Upstream } from "./forward.js";
import { sendReply } from "./http-types.js";
import type { LiveProvider, Middleware, Reply } from "./http-types.js";
import { readBody } from "./read-body.js";
import { badRequest } from "./refusal.js";
import type { Refusal } from "./refusal.js";
import { isSameOrigin } from "./same-origin.js";
import { serverLimits } from "./server-limits.js";
import { replyOf } from "./stand-in.js";
import type { Memory, Route, RouteAnswer, StandIn } from "./stand-in.js";
import { errorReply, standIns } from "./stand-ins.js";
import { limitsOf, readTrials } from "./trials.js";
import { unreadReply } from "./unread.js";

export interface EndpointOptions {
  /** The real APIs; a provider left out is answered locally. */
  upstreams?: Partial<Record<LiveProvider, Upstream>>;
  /** Longest silence in the middle of a body, in milliseconds. @default 20_000 */
  idleMs?: number;
  /** Memory for bodies, all requests together, in bytes. @default 268_435_456 (268.4 MB) */
  bufferBytes?: number;
}

type Answer = Promise<RouteAnswer | undefined>;

function parseJson(bytes: Buffer): { value: unknown } | Refusal {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return badRequest("The request body is not valid JSON.");
  }
}

/** The route of a path, or why there is none. */
function findRoute({ routes }: StandIn, method: string, path: string): Route | Refusal {
  const onPath = routes.filter((route) => route.path.test(path));
  const route = onPath.find((one) => one.method === method);
  if (route) return route;
  if (onPath.length > 0)
    return { status: 405, type: "invalid_request_error", message: `Not allowed to ${method} on ${path}.` };
  const message = `Unknown request URL: ${method} ${path} is no route of the local endpoint.`;
  return { status: 404, type: "not_found_error", code: "unknown_url", message };
}

/** Which provider's path it is, and what follows the prefix. */
function splitPath(pathname: string): { standIn: StandIn | undefined; path: string } {
  const [, name, path = ""] = /^\/(\w+)(\/.*)$/.exec(pathname) ?? [];
  return { standIn: standIns.find((one) => one.name === name), path };
}

/** The local endpoint as middleware: answers each stand-in's paths and `/demo/config.json`, passes all else on. */
export function createEndpoint({
  upstreams = {},
  idleMs = serverLimits.idleMs,
  bufferBytes = serverLimits.bufferBytes,
}: EndpointOptions = {}): Middleware {
  const memory: Memory = { store: createFileStore(), batches: new Map() };
  const budget = { freeBytes: bufferBytes };
  const files = createFilesRoutes({ store: memory.store, budget, idleMs });

  async function answer(request: IncomingMessage, standIn: StandIn, path: string): Answer {
    const { method = "GET", headers } = request;
    const ofFiles = filesProvider(standIn.name, path);
    if (ofFiles) return files(request, ofFiles, path);
    const route = findRoute(standIn, method, path);
    if ("message" in route) return route;
    const trials = readTrials(headers);
    const groups = route.path.exec(path)?.groups ?? {};
    const asked = { groups, origin: `http://${headers.host ?? "localhost"}`, trials };
    if (method === "GET") return route.answer({ ...asked, body: undefined, bodyBytes: 0 }, memory);
    const isFile = route.maxFileBytes !== undefined;
    if (!isFile && !/^application\/json\b/i.test(headers["content-type"] ?? "")) {
      return { status: 415, type: "invalid_request_error", message: "Content-Type must be application/json." };
    }
    if (headers["content-encoding"] !== undefined) {
      return badRequest("The local endpoint of this demo takes no Content-Encoding; send the body as it is.");
    }
    const capBytes = route.endpoint
      ? limitsOf(route.endpoint, trials).maxRequestBytes
      : (route.maxFileBytes ?? serverLimits.controlBytes);
    const body = await readBody(request, { capBytes, idleMs, budget });
    if (body.status === "too-large")
      return { kind: isFile ? "file-bytes" : "request-bytes", bytes: body.bytes, limit: capBytes };
    if (body.status !== "read") return unreadReply(body.status, idleMs);
    try {
      if (trials.refuse) return trials.refuse;
      const content = isFile ? { value: body.bytes } : parseJson(body.bytes);
      if (!("value" in content)) return content;
      return await route.answer({ ...asked, body: content.value, bodyBytes: body.bytes.length }, memory);
    } finally {
      body.release();
    }
  }

  async function reply(request: IncomingMessage, standIn: StandIn, path: string): Promise<Reply | undefined> {
    const result = await answer(request, standIn, path);
    return result && replyOf(standIn, result);
  }

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { standIn, path } = splitPath(url.pathname);
    const provider = standIn?.name ?? "";
    try {
      if (!isSameOrigin(request.headers)) {
        const message = "Only the demo's own page may use this endpoint: it may hold a real API key.";
        return sendReply(response, errorReply(provider, { status: 403, type: "permission_error", message }));
      }
      if (!standIn) return sendReply(response, { status: 200, body: { live: Object.keys(upstreams) } });
      const live = provider === "anthropic" || provider === "openai" ? provider : undefined;
      const upstream = live && upstreams[live];
      if (upstream) return forward(request, response, { provider: live, path: path + url.search, upstream });
      const result = await reply(request, standIn, path);
      if (result) sendReply(response, result);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      sendReply(response, errorReply(provider, { status: 500, type: "api_error", message }));
    }
  }

  return (request, response, next) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname === "/demo/config.json" || splitPath(url.pathname).standIn) void serve(request, response, url);
    else next();
  };
}
