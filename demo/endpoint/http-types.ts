import type { IncomingMessage, ServerResponse } from "node:http";
import type { Trials } from "./trials.js";

/** The two providers whose APIs the local endpoint speaks. */
export type ProviderName = "anthropic" | "openai";

/** What a route answers: plain data, so that a rule can be read and tested without a socket. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** A request whose body has been read whole and is known to be JSON. */
export interface JsonRequest {
  method: string;
  /** Below the provider's prefix, e.g. `/v1/messages`. */
  path: string;
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
