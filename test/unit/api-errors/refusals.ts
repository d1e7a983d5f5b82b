/**
 * Refusals as people reported them in public, with what is to be understood: `samples.json`, and `refusals.json`, which was written
 * before the grammar; its later parts ("b-...", "c-...") came after it, from sources that had not been read.
 */
import { readFileSync } from "node:fs";

interface Wanted {
  /** One, or several of which any will do: "request-too-large|too-many-tokens". */
  kind: string;
  provider?: string;
  notProvider?: string;
  actual?: number;
  limit?: number;
  retryable?: boolean;
  messageIndex?: number;
}

export interface Refusal {
  id: string;
  about?: string;
  /** A text, a body, `{ status, body }`, or `error`: the fields of what an SDK throws. */
  input: unknown;
  /** `null`: must stay undefined. */
  want: Wanted | null;
}

const read = (name: string): readonly Refusal[] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as Refusal[];

export const SAMPLES_OF_REFUSALS = read("samples.json");
export const MORE_REFUSALS = read("refusals.json");

/** What an app would hold in its `catch`. */
export function thrownOf(input: unknown): unknown {
  const fields = typeof input === "object" && input !== null && "error" in input ? input.error : undefined;
  return typeof fields === "object" && fields !== null && "name" in fields && "message" in fields
    ? Object.assign(new Error(String(fields.message)), fields)
    : input;
}
