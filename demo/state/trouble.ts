import { explainApiError, ImageError } from "vision-dropzone/core";
import type { ApiErrorKind, ExplainedError, RequestEstimate } from "vision-dropzone/core";

/** One line below the explanation. */
interface TroubleFact {
  label: string;
  value: string;
  /** For a machine: set in its type. */
  code?: boolean;
}

/** Why a request did not go through, in words for the person who sent it. */
export interface Trouble {
  title: string;
  message: string;
  nextSteps: readonly string[];
  facts: readonly TroubleFact[];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/** The HTTP status, under the name each SDK gives it. */
function statusOf(error: unknown): number | undefined {
  const places = [
    memberOf(error, "status"),
    memberOf(error, "statusCode"),
    memberOf(error, "status_code"),
    memberOf(memberOf(error, "$metadata"), "httpStatusCode"),
  ];
  return places.find((status) => typeof status === "number");
}

/** " (413)", to follow a title. */
const inBrackets = (status: number | undefined): string => (status === undefined ? "" : ` (${status})`);

/** The value of a JSON text; undefined for any other. */
function parsed(text: unknown): unknown {
  if (typeof text !== "string" || !/^\s*\{/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the API said, without the envelope: Anthropic's SDK keeps the whole one in `error`, OpenAI's the inner one, those of
 * Mistral and OpenRouter the text in `body`, Google's puts its JSON into the message.
 */
function wordsOf(error: unknown): string {
  const envelopes = [
    memberOf(error, "error"),
    parsed(memberOf(error, "body")),
    parsed(error instanceof Error ? error.message : error),
  ];
  for (const envelope of envelopes) {
    const inner = memberOf(envelope, "error");
    const raw = parsed(memberOf(memberOf(inner ?? envelope, "metadata"), "raw"));
    const words =
      memberOf(memberOf(raw, "error"), "message") ??
      memberOf(inner, "message") ??
      memberOf(envelope, "message") ??
      inner;
    if (typeof words === "string") return words;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Of what is no fault of the request. */
const TITLES: Readonly<Partial<Record<ApiErrorKind, string>>> = {
  "rate-limit": "The endpoint is busy",
  overloaded: "The endpoint is busy",
};

const KEPT = "Your text and images are still here.";

/** What is known beside the cause, only what the API gave. */
function factsOf(
  { kind, actual, limit, unit, messageIndex, imageIndex, requestId }: ExplainedError,
  original: string,
): TroubleFact[] {
  const figure = (value: number) => [value.toLocaleString("en-US"), unit].filter(Boolean).join(" ");
  const place = [
    messageIndex === undefined ? "" : `message ${messageIndex + 1}`,
    imageIndex === undefined ? "" : `block ${imageIndex + 1}`,
  ];
  const facts: (TroubleFact | false)[] = [
    { label: "Kind", value: kind, code: true },
    actual !== undefined && { label: "It has", value: figure(actual) },
    limit !== undefined && { label: "Limit", value: figure(limit) },
    imageIndex !== undefined && { label: "Where", value: place.filter(Boolean).join(", ") },
    { label: "In the API's words", value: original },
    requestId !== undefined && { label: "Request id", value: requestId, code: true },
  ];
  return facts.filter((fact) => fact !== false);
}

/** Turns whatever a send threw into something to show. `undefined`: the person stopped it, which is no trouble. */
export function describeTrouble(error: unknown, estimate: RequestEstimate): Trouble | undefined {
  if (error instanceof Error && (error.name === "AbortError" || error.name === "APIUserAbortError")) return undefined;
  const original = wordsOf(error);
  if (error instanceof ImageError) {
    const advice = estimate.advice.map(({ message }) => message);
    // The message of a request that is too large ends with the advice, which has a list of its own here.
    const message = advice
      .reduce((text, one) => text.replace(one, ""), original)
      .replaceAll(/\s+/g, " ")
      .trim();
    return { title: "Nothing was sent", message, nextSteps: [...advice, KEPT], facts: [] };
  }
  const status = statusOf(error);
  const explained = explainApiError(error);
  if (explained) {
    const { message, nextSteps, retryable } = explained;
    const title = `${TITLES[explained.kind] ?? "The endpoint refused the request"}${inBrackets(status)}`;
    return {
      title,
      message,
      nextSteps: retryable ? [...nextSteps, KEPT] : nextSteps,
      facts: factsOf(explained, original),
    };
  }
  return {
    title: `The request failed${inBrackets(status)}`,
    message: original,
    nextSteps: ["Your text and images are still here: try again."],
    facts: [],
  };
}
