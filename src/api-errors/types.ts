/** The meaning of an API's refusal, whichever API sent it. */
export type ApiErrorKind =
  /** The body has too many bytes. */
  | "request-too-large"
  /** One image has too many bytes. */
  | "image-too-large"
  /** One image has too many pixels, patches or too long a side. */
  | "image-dimensions"
  /** One image has too short a side, or too few pixels. */
  | "image-too-small"
  | "too-many-images"
  /** The model, or this route to it, takes no images at all. */
  | "images-unsupported"
  /** The media type is not taken, or disagrees with the bytes. */
  | "media-type-mismatch"
  /** The bytes are damaged, empty, or not wrapped in base64 the way the API wants it. */
  | "undecodable-image"
  /** The API could not fetch an image by its URL. */
  | "image-url-unreachable"
  /** The API does not take images that way: by URL, or by a data URL this long. */
  | "unsupported-image-source"
  /** A file id, sent in place of an image, is not (or no longer) known to the API. */
  | "image-file-missing"
  /** The prompt has too many tokens: removing bytes does not help by itself. */
  | "too-many-tokens"
  /** The body's compression could not be read. */
  | "request-encoding"
  /** Too many requests, or tokens, in a period of time: nothing is wrong with this request. */
  | "rate-limit"
  /** The provider is overloaded or down: nothing is wrong with this request. */
  | "overloaded";

export type ApiErrorUnit = "bytes" | "pixels" | "patches" | "images" | "tokens";

export interface ExplainedError {
  kind: ApiErrorKind;
  /** Another kind that this API words exactly alike. */
  ambiguousWith?: ApiErrorKind;
  /**
   * Who refused, if something in the answer tells: a provider ("anthropic", "openai", "azure", "gemini", "vertex", "bedrock",
   * "openrouter", "mistral", "xai", "ollama") or a server in front of it ("vercel", "express", "nginx", "next", "fastify",
   * "cloudflare", "lambda", "websocket", "grpc"); "unknown" otherwise. The format of an answer is no evidence, since compatible
   * APIs share it.
   */
  provider: string;
  /** The cause in English, with the figures where the API gave them. */
  message: string;
  /** The message that has the image, from 0, as the API counts them; the history included. */
  messageIndex?: number;
  /** Position of the image among the content blocks of its message, from 0; blocks of text count as well. */
  imageIndex?: number;
  /**
   * What was sent and what is allowed, in `unit`. Of two sides it is the longer one, or the shorter one if the image is too
   * small. If both are known, `actual` is above `limit`, or below it for `image-too-small`.
   */
  actual?: number;
  limit?: number;
  unit?: ApiErrorUnit;
  /** To quote to the provider's support. */
  requestId?: string;
  /**
   * True: the same request may pass later. False: it will be refused again, and so will every later message that repeats the
   * image.
   */
  retryable: boolean;
  /** What to do, the best first; never empty. */
  nextSteps: readonly string[];
}

/** The informative parts of a refusal, collected from any format; outermost first. */
export interface ApiErrorFacts {
  provider: string | undefined;
  /** HTTP status codes, including those in the body or in its text. */
  statuses: readonly number[];
  /** Types, codes and exception names. */
  codes: readonly string[];
  messages: readonly string[];
  /** The faulty part of the request: `input[0].content[1].image_url`. */
  params: readonly string[];
  /** Figures that have their own field, written as text. */
  figures: readonly string[];
  requestId: string | undefined;
  /** False: a bare text or a plain `Error`, which may be about anything. */
  isApiError: boolean;
}
