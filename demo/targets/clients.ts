/** What the clients of all SDKs share. Each SDK is loaded when its target first sends, so the page does not wait for it. */
import type { PreparedImage } from "vision-dropzone/core";

/** Where the demo's server answers for a provider. */
export const baseUrl = (provider: string): string => `${location.origin}/${provider}`;

/** The server adds the real key, if it has one; the page holds none. */
export const NO_KEY = "none";

/** A prepared image as the Files APIs take it. */
export const fileOf = ({ blob, name, mediaType }: PreparedImage): File => new File([blob], name, { type: mediaType });

interface JsonCall {
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/** The refusal of an API without an SDK for browsers, in the shape that `explainApiError` reads; `error` is the body. */
function answerError(status: number, headers: Headers, error: unknown): Error {
  const words = typeof error === "string" ? error : JSON.stringify(error);
  return Object.assign(new Error(`${status} ${words}`), { status, headers, error });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Posts exactly what the meter measured: `JSON.stringify` of the body, and nothing else. */
export async function postJson(url: string, body: unknown, { headers, signal }: JsonCall): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
    signal,
  });
  const content = parse(await answer.text());
  if (!answer.ok) throw answerError(answer.status, answer.headers, content);
  return content;
}
