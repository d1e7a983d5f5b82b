/** A provider's refusal -> its cause and the next step. The knowledge is in `signatures.ts` and `next-steps.ts`. */
import { quoteBytes } from "../format-figures.js";
import { factsOf } from "./facts.js";
import { nextStepsFor } from "./next-steps.js";
import { placeOf } from "./place.js";
import { figuresOf, signatureOf } from "./signatures.js";
import type { ApiErrorKind, ApiErrorUnit, ExplainedError } from "./types.js";

const CAUSES: Readonly<Record<ApiErrorKind, string>> = {
  "request-too-large": "The request has more bytes than the endpoint takes.",
  "image-too-large": "One image has more bytes than the endpoint takes for an image.",
  "image-dimensions": "One image is larger, in pixels or along a side, than the endpoint takes, or than it takes in a request with this many images.",
  "image-too-small": "One image is too small for the endpoint.",
  "too-many-images": "The request holds more images than the endpoint takes; those of earlier turns count.",
  "media-type-mismatch": "The media type of an image is not taken, or it disagrees with the image's bytes.",
  "undecodable-image": "The endpoint could not decode one of the images.",
  "image-url-unreachable": "The endpoint could not fetch an image by its URL.",
  "unsupported-image-source": "The endpoint does not take images in this way.",
  "image-file-missing": "The endpoint knows no stored image of the id that was sent.",
  "too-many-tokens": "The prompt is too long in tokens. That is another wall than the one in bytes.",
  "request-encoding": "The endpoint could not read the compression of the body.",
  "rate-limit": "The endpoint takes no more requests, or tokens, for now. Nothing about this one is wrong.",
  overloaded: "The endpoint takes no request at the moment: it is overloaded or down. Nothing about this one is wrong.",
};

/** Kinds that speak of the request as a whole: a place in their words is no image. */
const OF_THE_WHOLE: ReadonlySet<ApiErrorKind> = new Set(["request-too-large", "too-many-images", "too-many-tokens", "request-encoding", "rate-limit", "overloaded"]);

/**
 * Takes what the official SDKs throw, a `fetch` response's body (parsed or as text), `{ status, body }`, or a raw envelope, of
 * the model APIs and of what stands before them (Vercel, Express, nginx). `undefined`: none of the refusals we know, e.g. a
 * network failure, a wrong key, a spent quota. Never throws, whatever it is given. A body as text without its status tells less:
 * pass `{ status, body }` where you have both.
 */
export function explainApiError(error: unknown): ExplainedError | undefined {
  const facts = factsOf(error);
  const signature = signatureOf(facts);
  if (!signature) return undefined;
  const { kind, ambiguousWith, retryable = false, step } = signature;
  const provider = facts.provider ?? signature.provider ?? "unknown";
  const written = figuresOf(signature, facts);
  const unitBytes = written?.unitBytes ?? 1;
  const base = figure(written?.actual, unitBytes);
  const actual = base === undefined ? undefined : base + (figure(written?.more, unitBytes) ?? 0);
  const limit = figure(written?.limit, unitBytes);
  const unit = written?.unit ?? signature.unit;
  const place = OF_THE_WHOLE.has(kind) ? undefined : placeOf(facts);
  return {
    kind,
    ...(ambiguousWith !== undefined && { ambiguousWith }),
    provider,
    message: [CAUSES[kind], ...sentences(actual, limit, unit)].join(" "),
    ...place,
    ...(actual !== undefined && { actual }),
    ...(limit !== undefined && { limit }),
    ...(unit !== undefined && (actual !== undefined || limit !== undefined) && { unit }),
    ...(facts.requestId !== undefined && { requestId: facts.requestId }),
    retryable,
    nextSteps: nextStepsFor(kind, provider, step),
  };
}

/** "10,485,760"; of "1920x1080" the longer side. */
function figure(written: string | undefined, unitBytes: number): number | undefined {
  if (written === undefined) return undefined;
  const value = Math.max(...written.split("x").map((part) => Number(part.replaceAll(",", ""))));
  const whole = Math.round(value * unitBytes);
  // Also drops what no number holds exactly: digits in a text may go on for ever.
  return Number.isSafeInteger(whole) ? whole : undefined;
}

function sentences(actual: number | undefined, limit: number | undefined, unit: ApiErrorUnit | undefined): string[] {
  const quote = (value: number) => (unit === "bytes" ? quoteBytes(value) : `${value.toLocaleString("en-US")} ${unit === undefined ? "" : nameOf(unit, value)}`.trim());
  if (limit === undefined) return [];
  return [actual === undefined ? `The limit is ${quote(limit)}.` : `It has ${quote(actual)}; the limit is ${quote(limit)}.`];
}

const SINGULAR: Readonly<Partial<Record<ApiErrorUnit, string>>> = { images: "image", patches: "patch", pixels: "pixel", tokens: "token" };

const nameOf = (unit: ApiErrorUnit, value: number): string => (value === 1 ? (SINGULAR[unit] ?? unit) : unit);
