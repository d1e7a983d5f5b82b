/** Explains a provider's refusal. `grammar.ts` reads what its words mean, `next-steps.ts` says what to do. */
import { quoteBytesExactly } from "../shared/format-figures.js";
import { factsOf } from "./facts.js";
import { type Figures, figuresOf } from "./figures.js";
import { isOther, isSure, type Reading, readingOf, saysPace } from "./grammar.js";
import { nextStepsFor } from "./next-steps.js";
import { placeOf } from "./place.js";
import { plainWords } from "./plain-words.js";
import type { ApiErrorFacts, ApiErrorKind, ApiErrorUnit, ExplainedError } from "./types.js";

const CAUSES: Readonly<Record<ApiErrorKind, string>> = {
  "request-too-large": "The request is larger than the API allows.",
  "image-too-large": "An image file is larger than the API allows.",
  "image-dimensions": "An image has too many pixels for this API, or for a request with this many images.",
  "image-too-small": "An image is too small for this API.",
  "too-many-images": "There are more images than the API allows in one request. Those in earlier messages count too.",
  "images-unsupported": "This model doesn't accept images.",
  "media-type-mismatch": "The API doesn't accept this type of image, or the type doesn't match the image.",
  "undecodable-image": "The API couldn't open an image.",
  "image-url-unreachable": "The API couldn't download an image from its address.",
  "unsupported-image-source": "The API doesn't accept images in this form.",
  "image-file-missing": "The API no longer has an image that was uploaded.",
  "too-many-tokens": "The message is too long for the model.",
  "request-encoding": "The API couldn't decompress the request.",
  "rate-limit": "Too many requests right now. Your message is fine.",
  overloaded: "The API is overloaded or down right now. Your message is fine.",
};

const UNITS: Readonly<Partial<Record<ApiErrorKind, ApiErrorUnit>>> = {
  "request-too-large": "bytes",
  "image-too-large": "bytes",
  "image-dimensions": "pixels",
  "image-too-small": "pixels",
  "too-many-images": "images",
  "too-many-tokens": "tokens",
};

/** These kinds are about the request as a whole: a path in their text does not name an image. */
const ABOUT_THE_REQUEST: ReadonlySet<ApiErrorKind> = new Set([
  "request-too-large",
  "too-many-images",
  "images-unsupported",
  "too-many-tokens",
  "request-encoding",
  "rate-limit",
  "overloaded",
]);

/** Codes of these kinds are reliable. Others are not: NVIDIA reports `invalid_image_format` for a body that is too large. */
const TRUSTED_CODES: ReadonlySet<ApiErrorKind> = new Set([
  "image-too-large",
  "image-dimensions",
  "image-too-small",
  "too-many-images",
  "too-many-tokens",
  "images-unsupported",
  "request-encoding",
]);

/** Statuses that are about something else, whatever the text says. */
const OTHER_STATUSES: ReadonlySet<number> = new Set([401, 402, 403, 407]);
const OTHER_CODES =
  /^(?:AbortError|APIUserAbortError|TimeoutError|ImageError|(?:authentication|permission|billing)_error|insufficient_quota|UNAUTHENTICATED|PERMISSION_DENIED|AccessDeniedException|ServiceQuotaExceededException|.*content_policy.*|content_filter|refusal|moderation_blocked)$/;
const PACE_CODES = /rate ?limit|throttling|too many requests|resource exhausted/;
const BUSY_CODES = /overloaded|unavailable|model not ready/;

interface Verdict extends Reading {
  figures?: Figures | undefined;
  retryable?: true;
}

/**
 * Takes what the official SDKs throw, a `fetch` response's body (parsed or as text), `{ status, body }`, a WebSocket's
 * `CloseEvent`, or a raw envelope, from the model APIs and from servers in front of them (Vercel, Next, Express, nginx), in any
 * wrapping. It reads what a refusal says and keeps no list of refusals. Returns `undefined` for anything else, e.g. a network
 * failure, a wrong key, a spent quota. Never throws. A body as text says less without its status: pass `{ status, body }` where
 * you have both.
 */
export function explainApiError(error: unknown): ExplainedError | undefined {
  const facts = factsOf(error);
  const verdict = verdictOf(facts);
  if (!verdict) return undefined;
  const { kind, ambiguousWith, retryable = false, step, figures } = verdict;
  const { provider = "unknown", requestId } = facts;
  const { actual, limit, unit } = figures ?? {};
  const place = ABOUT_THE_REQUEST.has(kind) ? undefined : placeOf(facts);
  return {
    kind,
    ...(ambiguousWith !== undefined && { ambiguousWith }),
    provider,
    message: [CAUSES[kind], ...sentences(actual, limit, unit)].join(" "),
    ...place,
    ...(actual !== undefined && { actual }),
    ...(limit !== undefined && { limit }),
    ...(unit !== undefined && (actual !== undefined || limit !== undefined) && { unit }),
    ...(requestId !== undefined && { requestId }),
    retryable,
    nextSteps: nextStepsFor({ kind, provider, limit, first: step }),
  };
}

function verdictOf(facts: ApiErrorFacts): Verdict | undefined {
  const { statuses, codes, isApiError } = facts;
  const messages = facts.messages.map(plainWords);
  const coded = codes.filter((code) => /^[\w.]+$/.test(code)).map(plainWords);
  if (
    statuses.some((status) => OTHER_STATUSES.has(status)) ||
    codes.some((code) => OTHER_CODES.test(code)) ||
    messages.some(isOther)
  )
    return undefined;

  const pace = messages.map(paceOf).find((found) => found !== undefined);
  if (pace) return pace;
  const isPaced = statuses.includes(429) || coded.some((code) => PACE_CODES.test(code));
  // A rate limit passes by itself, however it is worded; a size limit never does, whatever the status.
  if (isPaced && messages.some(saysPace)) return { kind: "rate-limit", retryable: true };

  const withFigures = (reading: Reading, words: readonly string[]): Verdict => ({
    ...reading,
    figures: gathered(reading.kind, [...words, ...facts.figures]),
  });
  const isTrusted = (reading: Reading | undefined): reading is Reading =>
    reading !== undefined && TRUSTED_CODES.has(reading.kind);
  const byCode = coded.map(readingOf);
  const trusted = byCode.find(isTrusted);
  if (trusted) return withFigures(trusted, messages);
  for (const words of messages) {
    const reading = readingOf(words);
    if (!reading) continue;
    const verdict = withFigures(reading, [words, ...messages]);
    if (isApiError || isSure(reading, words, verdict.figures ?? {})) {
      // A code may add details to the same reading, e.g. what to do.
      return { ...byCode.find((code) => code?.kind === reading.kind), ...verdict };
    }
  }
  if (isPaced) return { kind: "rate-limit", retryable: true };
  if (coded.some((code) => BUSY_CODES.test(code)) || statuses.some((status) => status === 503 || status === 529))
    return { kind: "overloaded", retryable: true };
  const other = byCode.find((reading) => reading !== undefined);
  // The API's own wording when an address did not answer in time.
  if (other)
    return {
      ...withFigures(other, messages),
      ...(other.kind === "image-url-unreachable" &&
        coded.some((code) => /failed to download|download failed/.test(code)) && { retryable: true }),
    };
  return statuses.includes(413) ? withFigures({ kind: "request-too-large" }, messages) : undefined;
}

/**
 * "Limit 30000, Used 29000, Requested 2000": a request that is larger than the whole limit never passes, however long the app
 * waits.
 */
const PACE_FIGURES = /limit:? ?([\d,]+)\W{1,3}(?:used:? ?[\d,]+\W{1,3})?requested:? ?([\d,]+)/;

function paceOf(words: string): Verdict | undefined {
  const [, limit, requested] = PACE_FIGURES.exec(words)?.map((one) => Number(one?.replaceAll(",", ""))) ?? [];
  const kind: ApiErrorKind | undefined = /token|\btp[md]\b/.test(words)
    ? "too-many-tokens"
    : /images? per/.test(words)
      ? "too-many-images"
      : undefined;
  if (limit === undefined || requested === undefined) {
    return kind === "too-many-tokens" && saysPace(words) && /request toolarge/.test(words) ? { kind } : undefined;
  }
  if (requested <= limit || kind === undefined) return { kind: "rate-limit", retryable: true };
  return { kind, figures: { actual: requested, limit, unit: kind === "too-many-tokens" ? "tokens" : "images" } };
}

/** The figures of several texts, earlier texts first: one text may have the limit and another the size sent. */
function gathered(kind: ApiErrorKind, texts: readonly string[]): Figures | undefined {
  const unit = UNITS[kind];
  if (unit === undefined) return undefined;
  const isLeast = kind === "image-too-small";
  const all = texts.map((words) => figuresOf(words, unit, isLeast));
  const both = all.find(({ actual, limit }) => actual !== undefined && limit !== undefined);
  if (both) return both;
  const limit = all.find((one) => one.limit !== undefined)?.limit;
  const actual = all.find(
    (one) => one.actual !== undefined && (limit === undefined || (isLeast ? one.actual < limit : one.actual > limit)),
  )?.actual;
  return { actual, limit, unit: all.some((one) => one.unit === "patches") ? "patches" : unit };
}

function sentences(actual: number | undefined, limit: number | undefined, unit: ApiErrorUnit | undefined): string[] {
  const quote = (value: number) =>
    unit === "bytes"
      ? quoteBytesExactly(value)
      : `${value.toLocaleString("en-US")} ${unit === undefined ? "" : nameOf(unit, value)}`.trim();
  if (limit === undefined) return actual === undefined ? [] : [`It has ${quote(actual)}.`];
  return [
    actual === undefined ? `The limit is ${quote(limit)}.` : `It has ${quote(actual)}; the limit is ${quote(limit)}.`,
  ];
}

const SINGULAR: Readonly<Partial<Record<ApiErrorUnit, string>>> = {
  images: "image",
  patches: "patch",
  pixels: "pixel",
  tokens: "token",
};

const nameOf = (unit: ApiErrorUnit, value: number): string => (value === 1 ? (SINGULAR[unit] ?? unit) : unit);
