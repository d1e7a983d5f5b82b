import type { IncomingHttpHeaders } from "node:http";
import type { ProviderName } from "./http-types.js";
import { anthropicRules, openaiRules } from "./rules.js";

const MIB = 2 ** 20;

/** The demo's own header: lowers the cap, so that a 413 can be had without sending 32 MB. It never raises it. */
const CAP_HEADER = "x-demo-max-request-bytes";

/** The cap on this route's body in bytes, and in the words the provider uses for it. */
export function requestCap(
  provider: ProviderName,
  path: string,
  headers: IncomingHttpHeaders,
): { bytes: number; label: string } {
  const anthropic = path === "/v1/messages/batches" ? anthropicRules.maxBatchBytes : anthropicRules.maxRequestBytes;
  const documented = (provider === "anthropic" ? anthropic : openaiRules.maxRequestBytes).value;
  const lowered = Number(headers[CAP_HEADER] ?? Number.NaN);
  const bytes = lowered >= 0 && lowered < documented ? Math.floor(lowered) : documented;
  const label = bytes % MIB === 0 ? `${bytes / MIB} MB` : `${(bytes / MIB).toFixed(2)} MB`;
  return { bytes, label };
}
