import type { IncomingMessage, ServerResponse } from "node:http";
import { brokenReply, calledBy, createLocalApi } from "./create-local-api.js";
import type { Called } from "./create-local-api.js";
import { forward } from "./forward.js";
import type { Upstream } from "./forward.js";
import type { LiveProvider, Middleware } from "./http-types.js";
import { readBody } from "./read-body.js";
import { isSameOrigin } from "./same-origin.js";
import { sendReply } from "./send-reply.js";
import { serverLimits } from "./server-limits.js";
import { errorReply } from "./stand-ins.js";

export interface EndpointOptions {
  /** The real APIs; a provider left out is answered locally. */
  upstreams?: Partial<Record<LiveProvider, Upstream>>;
  /** Longest pause within a body, in milliseconds. @default 20_000 */
  idleMs?: number;
  /** Memory for bodies, all requests together, in bytes. @default 268_435_456 (268.4 MB) */
  bufferBytes?: number;
}

/** Where the demo asks which real APIs the server can reach. */
const CONFIG_PATH = "/demo/config.json";

/** The local endpoint as middleware: answers each stand-in's paths and `/demo/config.json`, passes everything else on. */
export function createEndpoint({
  upstreams = {},
  idleMs = serverLimits.idleMs,
  bufferBytes = serverLimits.bufferBytes,
}: EndpointOptions = {}): Middleware {
  const api = createLocalApi({ idleMs });
  const budget = { freeBytes: bufferBytes };

  function refuseOthers(request: IncomingMessage, response: ServerResponse, provider: string): boolean {
    if (isSameOrigin(request.headers)) return false;
    const message = "Only the demo's own page may use this endpoint: it may hold a real API key.";
    sendReply(response, errorReply(provider, { status: 403, type: "permission_error", message }));
    return true;
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    called: Called,
    search: string,
  ): Promise<void> {
    const { name } = called.standIn;
    const live = name === "anthropic" || name === "openai" ? name : undefined;
    const upstream = live && upstreams[live];
    if (upstream) return forward(request, response, { provider: live, path: called.path + search, upstream });
    const { method = "GET", headers } = request;
    const read = (capBytes: number) => readBody(request, { capBytes, idleMs, budget });
    try {
      const reply = await api.answer(
        { method, origin: `http://${headers.host ?? "localhost"}`, headers, read },
        called,
      );
      if (reply) sendReply(response, reply);
    } catch (error) {
      sendReply(response, brokenReply(called, error));
    }
  }

  return (request, response, next) => {
    // Not resolved against a base: the path may begin with two slashes, which would name a host.
    if (!URL.canParse(`http://localhost${request.url ?? "/"}`)) return next();
    const { pathname, search } = new URL(`http://localhost${request.url ?? "/"}`);
    const called = calledBy(pathname);
    if (!called && pathname !== CONFIG_PATH) return next();
    if (refuseOthers(request, response, called?.standIn.name ?? "")) return;
    if (called) void serve(request, response, called, search);
    else sendReply(response, { status: 200, body: { live: Object.keys(upstreams) } });
  };
}
