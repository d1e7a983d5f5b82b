import { explainApiError, ImageError } from "vision-dropzone/core";
import type { ExplainedError, RequestEstimate } from "vision-dropzone/core";

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
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

function statusOf(error: unknown): string {
  const status = memberOf(error, "status");
  return typeof status === "number" ? ` (${status})` : "";
}

/** What the API said, without the envelope: Anthropic's SDK keeps the whole one in `error`, OpenAI's the inner one. */
function wordsOf(error: unknown): string {
  const envelope = memberOf(error, "error");
  const words = memberOf(memberOf(envelope, "error"), "message") ?? memberOf(envelope, "message");
  if (typeof words === "string") return words;
  return error instanceof Error ? error.message : String(error);
}

/** What is known beside the cause, only what the API gave. */
function factsOf({ kind, actual, limit, unit, messageIndex, imageIndex, requestId }: ExplainedError, original: string): TroubleFact[] {
  const figure = (value: number) => [value.toLocaleString("en-US"), unit].filter(Boolean).join(" ");
  const place = [messageIndex === undefined ? "" : `message ${messageIndex + 1}`, imageIndex === undefined ? "" : `block ${imageIndex + 1}`];
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
    return { title: "Nothing was sent", message: original, nextSteps: [...advice, "Your text and images are still here."], facts: [] };
  }
  const explained = explainApiError(error);
  if (explained) {
    const { message, nextSteps } = explained;
    return { title: `The endpoint refused the request${statusOf(error)}`, message, nextSteps, facts: factsOf(explained, original) };
  }
  return {
    title: `The request failed${statusOf(error)}`,
    message: original,
    nextSteps: ["Your text and images are still here: try again."],
    facts: [],
  };
}
