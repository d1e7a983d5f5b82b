import { explainApiError, ImageError } from "vision-dropzone/core";
import type { ApiErrorKind, ExplainedError } from "vision-dropzone/core";
import { count } from "../components/format.js";

/** One line of the details. */
interface TroubleFact {
  label: string;
  value: string;
  /** Technical text: set in a fixed-width font. */
  code?: boolean;
}

/** What one button can do about it. */
export type Remedy =
  | { kind: "retry" }
  /** Make the request fit into so many bytes. */
  | { kind: "shrink-request"; maxBytes: number | undefined }
  /** Make one image of this message smaller, to `scale` of its sides; counted from 0, `undefined`: the last. */
  | { kind: "shrink-image"; scale: number; image: number | undefined }
  | { kind: "remove-image"; image: number | undefined };

/** Why a request did not go through, in words for the person who sent it. */
export interface Trouble {
  title: string;
  /** One sentence. */
  message: string;
  remedy: Remedy | undefined;
  /** Details for developers and support. */
  details: readonly TroubleFact[];
  /** Shortening the text may help. */
  isAboutText: boolean;
}

interface TroubleContext {
  /** Who answers: "Anthropic". */
  provider: string;
  /** Messages before the one that was sent. */
  earlierMessages: number;
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

interface Words {
  title: (provider: string) => string;
  message: string;
}

const WORDS: Readonly<Record<ApiErrorKind, Words>> = {
  "request-too-large": {
    title: (provider) => `Too large for ${provider}`,
    message: "The request was larger than the API allows.",
  },
  "image-too-large": {
    title: (provider) => `Image too large for ${provider}`,
    message: "An image file is larger than the API allows.",
  },
  "image-dimensions": {
    title: (provider) => `Image too large for ${provider}`,
    message: "An image has too many pixels for this API.",
  },
  "image-too-small": {
    title: (provider) => `Image too small for ${provider}`,
    message: "An image has too few pixels for this API.",
  },
  "too-many-images": {
    title: (provider) => `Too many images for ${provider}`,
    message: "Images in earlier messages count, too.",
  },
  "images-unsupported": {
    title: () => "This model takes no images",
    message: "Choose another model, or send only text.",
  },
  "media-type-mismatch": {
    title: (provider) => `${provider} can't read an image`,
    message: "Its file type isn't supported.",
  },
  "undecodable-image": {
    title: (provider) => `${provider} can't open an image`,
    message: "The image may be damaged.",
  },
  "image-url-unreachable": {
    title: (provider) => `${provider} can't open a link`,
    message: "The link to an image doesn't open.",
  },
  "unsupported-image-source": {
    title: (provider) => `${provider} doesn't accept links`,
    message: "Remove the image, and add it as a file.",
  },
  "image-file-missing": {
    title: () => "An uploaded image has expired",
    message: "Remove the image, and add it again.",
  },
  "too-many-tokens": {
    title: () => "The message is too long",
    message: "Shorten the text, or remove an image.",
  },
  "request-encoding": {
    title: (provider) => `${provider} can't read the request`,
    message: "The request was compressed on the way.",
  },
  "rate-limit": {
    title: () => "Too many requests right now",
    message: "Your message is fine. Try again in a moment.",
  },
  overloaded: {
    title: (provider) => `${provider} is busy`,
    message: "Your message is fine. Try again in a moment.",
  },
};

/** The figures, if both are known and fit into the sentence. */
function messageOf({ kind, actual, limit, unit }: ExplainedError): string {
  if (kind === "too-many-tokens" && unit === "tokens" && actual !== undefined && limit !== undefined)
    return `The message has ${count(actual)} of ${count(limit)} tokens.`;
  return WORDS[kind].message;
}

/** An image this much smaller is surely below a limit that is counted in some other way. */
const SAFETY = 0.9;
/** Used if the answer has no figures. */
const SCALE = 0.7;

function remedyOf(explained: ExplainedError, { earlierMessages }: TroubleContext): Remedy | undefined {
  const { kind, actual, limit, unit, messageIndex, imageIndex: image, retryable } = explained;
  if (retryable) return { kind: "retry" };
  // The image is in an earlier message: nothing can be changed about it here.
  if (messageIndex !== undefined && messageIndex < earlierMessages) return undefined;
  switch (kind) {
    case "request-too-large":
      return { kind: "shrink-request", maxBytes: unit === "bytes" ? limit : undefined };
    case "image-too-large":
    case "image-dimensions": {
      const ratio = actual !== undefined && limit !== undefined ? limit / actual : undefined;
      const isSide = unit === "pixels";
      const scale = ratio === undefined ? SCALE : (isSide ? ratio : Math.sqrt(ratio)) * (isSide ? 1 : SAFETY);
      return { kind: "shrink-image", scale, image };
    }
    case "request-encoding":
    case "image-url-unreachable":
      return { kind: "retry" };
    default:
      return { kind: "remove-image", image };
  }
}

/** What else is known besides the cause, only as the API gave it. */
function detailsOf({ kind, actual, limit, unit, requestId }: ExplainedError, original: string): TroubleFact[] {
  const figure = (value: number) => [count(value), unit].filter(Boolean).join(" ");
  const facts: (TroubleFact | false)[] = [
    { label: "Error code", value: kind, code: true },
    actual !== undefined && { label: "Size", value: figure(actual) },
    limit !== undefined && { label: "Limit", value: figure(limit) },
    { label: "API message", value: original },
    requestId !== undefined && { label: "Request ID", value: requestId, code: true },
  ];
  return facts.filter((fact) => fact !== false);
}

/** Turns anything that a send threw into something to show. `undefined`: the person stopped it, which is not an error. */
export function describeTrouble(error: unknown, context: TroubleContext): Trouble | undefined {
  if (error instanceof Error && (error.name === "AbortError" || error.name === "APIUserAbortError")) return undefined;
  const original = wordsOf(error);
  if (error instanceof ImageError) {
    return {
      title: "Nothing was sent",
      message: original,
      remedy: undefined,
      details: [{ label: "Error code", value: error.code, code: true }],
      isAboutText: false,
    };
  }
  const status = inBrackets(statusOf(error));
  const explained = explainApiError(error);
  if (explained) {
    return {
      title: WORDS[explained.kind].title(context.provider) + status,
      message: messageOf(explained),
      remedy: remedyOf(explained, context),
      details: detailsOf(explained, original),
      isAboutText: explained.kind === "too-many-tokens",
    };
  }
  return {
    title: `${context.provider} did not answer${status}`,
    message: "The request failed.",
    remedy: { kind: "retry" },
    details: [{ label: "API message", value: original }],
    isAboutText: false,
  };
}
