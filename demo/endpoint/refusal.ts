/** A refusal before it takes a provider's shape. */
export interface Refusal {
  status: number;
  /** Anthropic's `error.type`, e.g. `request_too_large`; at Bedrock the exception, at OpenRouter `error_type`. */
  type: string;
  message: string;
  /** OpenAI's `error.code` and `error.param`; the code is Anthropic's `error.details.error_code`, too. */
  code?: string | undefined;
  param?: string | undefined;
}

/** A request that is wrong in itself, whatever its contents. */
export function badRequest(message: string, { code, param }: { code?: string; param?: string } = {}): Refusal {
  return { status: 400, type: "invalid_request_error", message, code, param };
}

/** Ids look like the provider's own, so that code that quotes them can be tried out. */
export function localId(prefix: string): string {
  return `${prefix}_local_${crypto.randomUUID().replaceAll("-", "").slice(0, 18)}`;
}
