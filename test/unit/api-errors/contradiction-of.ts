import type { ApiErrorKind, ExplainedError } from "../../../src/api-errors/types.js";
import { quoteBytes } from "../../../src/shared/format-figures.js";

const MAY_PASS_LATER: ReadonlySet<ApiErrorKind> = new Set(["rate-limit", "overloaded", "image-url-unreachable"]);
const UNITS: Readonly<Partial<Record<ApiErrorKind, readonly string[]>>> = {
  "request-too-large": ["bytes"],
  "image-too-large": ["bytes"],
  "image-dimensions": ["pixels", "patches"],
  "image-too-small": ["pixels", "patches"],
  "too-many-images": ["images"],
  "too-many-tokens": ["tokens"],
};

/** What is wrong with an explanation in itself, whatever was explained; `undefined`: nothing. */
export function contradictionOf({
  kind,
  actual,
  limit,
  unit,
  message,
  retryable,
  nextSteps,
  messageIndex,
  imageIndex,
  requestId,
  provider,
}: ExplainedError): string | undefined {
  const quoted = (figure: number) =>
    message.includes(unit === "bytes" ? quoteBytes(figure) : figure.toLocaleString("en-US"));
  const figures = [actual, limit].filter((figure) => figure !== undefined);
  const faults: (string | false | undefined)[] = [
    !/^[A-Z].*\.$/s.test(message) && "the message is no sentence",
    /NaN|undefined|Infinity|\u221e/.test(message) && "the message holds no figure",
    (nextSteps.length === 0 || new Set(nextSteps).size < nextSteps.length) && "no step, or one twice",
    provider === "" && "no provider, and not unknown",
    requestId !== undefined && typeof requestId !== "string" && "a request id of another type",
    [...figures, messageIndex, imageIndex].some(
      (one) => one !== undefined && !(Number.isSafeInteger(one) && one >= 0),
    ) && "a figure that counts nothing",
    actual !== undefined &&
      limit !== undefined &&
      (kind === "image-too-small" ? actual >= limit : actual <= limit) &&
      "what was sent is within the limit",
    figures.some((figure) => !quoted(figure)) && "a figure the message leaves out",
    figures.length > 0 !== (unit !== undefined) && "a figure without unit, or a unit without figure",
    unit !== undefined && !UNITS[kind]?.includes(unit) && "a unit of another kind",
    retryable && !MAY_PASS_LATER.has(kind) && "a refusal for good that may be tried again",
    (kind === "rate-limit" || kind === "overloaded") && !retryable && "a busy API that may not be tried again",
  ];
  const fault = faults.find((one) => typeof one === "string");
  return fault && `${fault}: ${kind}, ${actual} of ${limit}, "${message}"`;
}
