import { explainApiError, ImageError } from "vision-dropzone/core";
import type { RequestEstimate } from "vision-dropzone/core";

/** Why a request did not go through, in words for the person who sent it. */
export interface Trouble {
  title: string;
  message: string;
  nextSteps: readonly string[];
  requestId?: string | undefined;
  /** What the API itself said. */
  original?: string | undefined;
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

/** Turns whatever a send threw into something to show. `undefined`: the person stopped it, which is no trouble. */
export function describeTrouble(error: unknown, estimate: RequestEstimate): Trouble | undefined {
  if (error instanceof Error && (error.name === "AbortError" || error.name === "APIUserAbortError")) return undefined;
  const original = wordsOf(error);
  if (error instanceof ImageError) {
    const advice = estimate.advice.map(({ message }) => message);
    return { title: "Nothing was sent", message: original, nextSteps: [...advice, "Your text and images are still here."] };
  }
  const explained = explainApiError(error);
  if (explained) {
    return {
      title: `The endpoint refused the request${statusOf(error)}`,
      message: explained.message,
      nextSteps: explained.nextSteps,
      requestId: explained.requestId,
      original,
    };
  }
  return {
    title: `The request failed${statusOf(error)}`,
    message: original,
    nextSteps: ["Your text and images are still here: try again."],
  };
}
