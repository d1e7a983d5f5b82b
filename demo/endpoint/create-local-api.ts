import { createFilesRoutes, filesProvider } from "./files.js";
import { createFileStore } from "./files-store.js";
import type { Arriving, Reply } from "./http-types.js";
import { badRequest } from "./refusal.js";
import type { Refusal } from "./refusal.js";
import { serverLimits } from "./server-limits.js";
import { replyOf } from "./stand-in.js";
import type { Memory, Route, RouteAnswer, StandIn } from "./stand-in.js";
import { errorReply, standIns } from "./stand-ins.js";
import { limitsOf, readTrials } from "./trials.js";
import { unreadReply } from "./unread.js";

type Answer = Promise<RouteAnswer | undefined>;

/** All stand-ins, with their state. */
export interface LocalApi {
  /** `undefined`: the client has disconnected. Rejects if a stand-in is broken. */
  answer: (request: Arriving, called: Called) => Promise<Reply | undefined>;
}

/** What a path leads to. */
export interface Called {
  standIn: StandIn;
  /** What follows the provider's prefix. */
  path: string;
}

function parseJson(bytes: Uint8Array): { value: unknown } | Refusal {
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

/** Whose API a path belongs to, if to one of ours. */
export function calledBy(pathname: string): Called | undefined {
  const [, name, path = ""] = /^\/(\w+)(\/.*)$/.exec(pathname) ?? [];
  const standIn = standIns.find((one) => one.name === name);
  return standIn && { standIn, path };
}

/** A stand-in failed: the error in its provider's form. */
export function brokenReply({ standIn }: Called, error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  return errorReply(standIn.name, { status: 500, type: "api_error", message });
}

/** The APIs as the demo answers them, wherever a request comes from. */
export function createLocalApi({ idleMs = serverLimits.idleMs }: { idleMs?: number } = {}): LocalApi {
  const memory: Memory = { store: createFileStore(), batches: new Map() };
  const files = createFilesRoutes({ store: memory.store, idleMs });

  async function answer(request: Arriving, { standIn, path }: Called): Answer {
    const { method, headers } = request;
    const ofFiles = filesProvider(standIn.name, path);
    if (ofFiles) return files(request, ofFiles, path);
    const route = findRoute(standIn, method, path);
    if ("message" in route) return route;
    const trials = readTrials(headers);
    const groups = route.path.exec(path)?.groups ?? {};
    const asked = { groups, origin: request.origin, trials };
    if (method === "GET") return route.answer({ ...asked, body: undefined, bodyBytes: 0 }, memory);
    const isFile = route.maxFileBytes !== undefined;
    if (!isFile && !/^application\/json\b/i.test(String(headers["content-type"] ?? ""))) {
      return { status: 415, type: "invalid_request_error", message: "Content-Type must be application/json." };
    }
    if (headers["content-encoding"] !== undefined) {
      return badRequest("The local endpoint of this demo takes no Content-Encoding; send the body as it is.");
    }
    const capBytes = route.endpoint
      ? limitsOf(route.endpoint, trials).maxRequestBytes
      : (route.maxFileBytes ?? serverLimits.controlBytes);
    const body = await request.read(capBytes);
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

  return {
    async answer(request, called) {
      const result = await answer(request, called);
      return result && replyOf(called.standIn, result);
    },
  };
}
