import { explainApiError, ImageError } from "vision-dropzone/core";
import type { ApiErrorKind, ExplainedError } from "vision-dropzone/core";
import { count, fileSize, shortName } from "../components/format.js";

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
  /** `image`: counted from 0, `undefined`: the last; the answer does not say which. */
  | { kind: "remove-image"; image: number | undefined }
  /** Removes that many images, the last ones. */
  | { kind: "remove-last"; images: number };

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
  /** Set if there were too many images: the API's limit, and how many of them earlier messages have. */
  tooMany?: { mostImages: number; earlierImages: number };
}

export interface TroubleContext {
  /** Who answers: "Anthropic". */
  provider: string;
  /** Messages before the one that was sent, and their images. */
  earlierMessages: number;
  earlierImages: number;
  /** The names of the images in this message, one for each block. Absent: nothing was sent, or some image has several blocks. */
  imageNames?: readonly string[] | undefined;
  /** Size of the request. Absent: nothing was sent. */
  bodyBytes?: number;
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
    message: "Remove an image, then send again.",
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

/** Sentences about one image, if the answer says which. */
const ABOUT_IMAGE: Readonly<Partial<Record<ApiErrorKind, (name: string) => string>>> = {
  "image-too-large": (name) => `${name} is larger than the API allows.`,
  "image-dimensions": (name) => `${name} has too many pixels for this API.`,
  "image-too-small": (name) => `${name} has too few pixels for this API.`,
  "media-type-mismatch": (name) => `The file type of ${name} isn't supported.`,
  "undecodable-image": (name) => `${name} may be damaged.`,
  "image-url-unreachable": (name) => `The link to ${name} doesn't open.`,
  "unsupported-image-source": (name) => `Remove ${name}, and add it as a file.`,
  "image-file-missing": (name) => `Remove ${name}, and add it again.`,
};

/** With the figures and the image's name, as far as they are known. */
function messageOf(explained: ExplainedError, context: TroubleContext): string {
  const { kind, unit, limit } = explained;
  const actual = explained.actual ?? (kind === "request-too-large" ? context.bodyBytes : undefined);
  if (kind === "too-many-tokens" && unit === "tokens" && actual !== undefined && limit !== undefined)
    return `The message has ${count(actual)} of ${count(limit)} tokens.`;
  if (kind === "request-too-large" && (unit ?? "bytes") === "bytes" && actual !== undefined) {
    const most = limit === undefined ? ", more than the API took" : `; the API took at most ${fileSize(limit)}`;
    return `The request had ${fileSize(actual)}${most}.`;
  }
  const name = nameOf(explained, context);
  return (name !== undefined && ABOUT_IMAGE[kind]?.(name)) || WORDS[kind].message;
}

const isEarlier = ({ messageIndex }: ExplainedError, { earlierMessages }: TroubleContext): boolean =>
  messageIndex !== undefined && messageIndex < earlierMessages;

/** The name of the image that the answer is about, shortened; `undefined` if it may be another one. */
function nameOf(explained: ExplainedError, context: TroubleContext): string | undefined {
  const { imageNames = [], earlierImages } = context;
  if (isEarlier(explained, context)) return undefined;
  const isOnly = imageNames.length === 1 && earlierImages === 0;
  const name = imageNames[explained.imageIndex ?? (isOnly ? 0 : -1)];
  return name === undefined ? undefined : shortName(name);
}

/**
 * The same trouble with another number of images in the message, for an API that takes fewer; `undefined`: there are no longer too
 * many.
 */
export function recounted(trouble: Trouble, images: number): Trouble | undefined {
  if (!trouble.tooMany) return undefined;
  const { mostImages, earlierImages } = trouble.tooMany;
  const all = images + earlierImages;
  const surplus = all - mostImages;
  if (surplus <= 0) return undefined;
  const canRemove = surplus <= images;
  const earlier = earlierImages > 0 ? ` (${earlierImages} in earlier messages)` : "";
  const what = canRemove ? `remove ${surplus}` : "start a new chat";
  return {
    ...trouble,
    message: `${all === 1 ? "1 image" : `${all} images`}${earlier}; this API takes ${mostImages}: ${what}.`,
    remedy: canRemove ? { kind: "remove-last", images: surplus } : undefined,
  };
}

/** An image this much smaller is surely below a limit that is counted in some other way. */
const SAFETY = 0.9;
/** Used if the answer has no figures. */
const SCALE = 0.7;

function remedyOf(explained: ExplainedError, context: TroubleContext): Remedy | undefined {
  const { kind, actual, limit, unit, imageIndex: image, retryable } = explained;
  if (retryable) return { kind: "retry" };
  // The image is in an earlier message: nothing can be changed about it here.
  if (isEarlier(explained, context)) return undefined;
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
      // With a name but no number, it is the only image.
      return { kind: "remove-image", image: nameOf(explained, context) === undefined ? image : (image ?? 0) };
  }
}

/** What else is known besides the cause, only as the API gave it. */
function detailsOf(
  { kind, actual, limit, unit, requestId }: ExplainedError,
  original: string,
  status: readonly TroubleFact[],
): TroubleFact[] {
  const one = unit === "patches" ? "patch" : unit?.slice(0, -1);
  const figure = (value: number) => [count(value), value === 1 ? one : unit].filter(Boolean).join(" ");
  const facts: (TroubleFact | false)[] = [
    { label: "Error code", value: kind, code: true },
    ...status,
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
  const code = statusOf(error);
  const status = code === undefined ? [] : [{ label: "HTTP status", value: String(code), code: true }];
  const explained = explainApiError(error);
  if (explained) {
    const { kind, limit, unit } = explained;
    const trouble: Trouble = {
      title: WORDS[kind].title(context.provider),
      message: messageOf(explained, context),
      remedy: remedyOf(explained, context),
      details: detailsOf(explained, original, status),
      isAboutText: kind === "too-many-tokens",
    };
    const { imageNames, earlierImages } = context;
    if (kind !== "too-many-images" || unit !== "images" || limit === undefined || !imageNames) return trouble;
    const counted = { ...trouble, tooMany: { mostImages: limit, earlierImages } };
    return recounted(counted, imageNames.length) ?? trouble;
  }
  return {
    title: `${context.provider} did not answer`,
    message: "The request failed.",
    remedy: { kind: "retry" },
    details: [...status, { label: "API message", value: original }],
    isAboutText: false,
  };
}
