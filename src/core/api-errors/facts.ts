/** Reads an SDK's error object, a parsed body or its text into one flat shape. Never throws: anything may be thrown at us. */
import type { ApiErrorFacts } from "./types.js";

type Fields = Readonly<Record<string, unknown>>;

/** `undefined`: nothing in it looks like an API's error. */
export function factsOf(error: unknown): ApiErrorFacts | undefined {
  const outer = fields(typeof error === "string" ? parse(error) : error);
  if (!outer) return undefined;
  // SDK errors keep the parsed body in `error`; a raw body is the envelope itself.
  const body = fields(outer["error"]);
  const envelope = body && fields(body["error"]) ? body : outer;
  const inner = fields(envelope["error"]) ?? outer;
  const message = text(inner["message"]) ?? text(envelope["error"]) ?? text(outer["message"]);
  const status = number(outer["status"]) ?? number(inner["status"]);
  const type = text(inner["type"]);
  if (message === undefined || (status === undefined && type === undefined && outer["error"] === undefined)) return undefined;
  const code = text(inner["code"]) ?? text(fields(inner["details"])?.["error_code"]);
  const requestId = text(envelope["request_id"]) ?? text(outer["requestID"]) ?? text(outer["request_id"]);
  return { provider: providerOf(envelope, inner), status, type, code, message, requestId };
}

function providerOf(envelope: Fields, inner: Fields): string {
  // Anthropic's edge may leave out the outer type, but its request id stays.
  if (envelope["type"] === "error" || "request_id" in envelope) return "anthropic";
  if ("code" in inner && ("param" in inner || "type" in inner)) return "openai";
  return "unknown";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Not JSON: a proxy's HTML page, say. Nothing to read in it.
  }
}

function fields(value: unknown): Fields | undefined {
  // Reading unknown keys off an object is what this file is for; every value read is checked before use.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
