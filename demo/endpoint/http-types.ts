import type { IncomingMessage, ServerResponse } from "node:http";
import type { ProviderName } from "./provider-names.js";
import type { BodyResult } from "./read-body.js";
import type { Trials } from "./trials.js";

/** The providers whose real API the demo's server can have a key for. */
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
  /** Size of the body as it came over the wire. */
  bodyBytes: number;
  /** Scheme and host as the client sees them, for links in answers. */
  origin: string;
  /** What the demo's own headers request. */
  trials: Trials;
}

/** A request's headers, by their names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A request from anywhere: a socket, or the page of the hosted demo. */
export interface Arriving {
  method: string;
  /** Scheme and host as the client sees them, for links in answers. */
  origin: string;
  headers: Headers;
  /** Reads the body, never holding more than `capBytes`. */
  read: (capBytes: number) => Promise<BodyResult>;
}

/** Node's request listener in the form Vite's middleware stack takes. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A reply as text: JSON, or unchanged if the body is text already. */
export function textOf({ body }: Reply): { text: string; contentType: string } {
  return typeof body === "string"
    ? { text: body, contentType: "application/x-jsonl" }
    : { text: JSON.stringify(body), contentType: "application/json" };
}
