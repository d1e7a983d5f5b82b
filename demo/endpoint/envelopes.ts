import { randomBytes } from "node:crypto";
import type { ProviderName, Reply } from "./http-types.js";

/** A refusal before it takes a provider's shape. */
export interface Refusal {
  status: number;
  /** Anthropic's `error.type`, e.g. `request_too_large`. */
  type: string;
  message: string;
  /** OpenAI's `error.code` and `error.param`. */
  code?: string | undefined;
  param?: string | undefined;
}

/** A bad request in the words of both providers. */
export function badRequest(message: string, { code, param }: { code?: string; param?: string } = {}): Refusal {
  return { status: 400, type: "invalid_request_error", message, code, param };
}

/** Request ids look like the provider's own, so that code that quotes them can be tried out. */
export function requestId(prefix: string): string {
  return `${prefix}_local_${randomBytes(9).toString("hex")}`;
}

function anthropicError({ status, type, message }: Refusal): Reply {
  const id = requestId("req");
  return {
    status,
    body: { type: "error", error: { type, message }, request_id: id },
    headers: { "request-id": id },
  };
}

function openaiError({ status, type, message, code, param }: Refusal): Reply {
  return {
    status,
    body: { error: { message, type, param: param ?? null, code: code ?? null } },
    headers: { "x-request-id": requestId("req") },
  };
}

/** The refusal in the provider's own envelope. */
export function errorReply(provider: ProviderName, refusal: Refusal): Reply {
  return provider === "anthropic" ? anthropicError(refusal) : openaiError(refusal);
}

/** The wall before everything else: the body is over the cap. Wording as the providers were seen to use it. */
export function tooLarge(provider: ProviderName, capBytes: number, label: string): Refusal {
  if (provider === "anthropic") {
    return {
      status: 413,
      type: "request_too_large",
      message: `Request exceeds the maximum size. The maximum allowed size is ${label} (${capBytes} bytes).`,
    };
  }
  return {
    status: 413,
    type: "invalid_request_error",
    code: "request_too_large",
    message: `Request body too large: the maximum allowed size is ${label} (${capBytes} bytes).`,
  };
}
