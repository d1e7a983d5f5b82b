import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProviderName } from "./provider-names.js";
import type { Trials } from "./trials.js";

/** The providers whose real API the demo's server can be given a key for. */
export type LiveProvider = Extract<ProviderName, "anthropic" | "openai">;

/** What a route answers: plain data, so that a rule can be read and tested without a socket. */
export interface Reply {
  status: number;
  /** Text is sent as JSON lines, anything else as JSON. */
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A request whose body has been read whole. */
export interface RouteRequest {
  /** Named groups of the route's path. */
  groups: Readonly<Record<string, string>>;
  /** The JSON's value, the bytes of a route that takes a file, `undefined` for a GET. */
  body: unknown;
  /** Of the body as it came over the wire. */
  bodyBytes: number;
  /** Scheme and host as the client sees them, for links in answers. */
  origin: string;
  /** What the demo's own headers ask for. */
  trials: Trials;
}

/** Node's request listener in the form Vite's middleware stack takes. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Sends a reply as JSON, or as it is when the body is text already. */
export function sendReply(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": typeof body === "string" ? "application/x-jsonl" : "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(text);
}
