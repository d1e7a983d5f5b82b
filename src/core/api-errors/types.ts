/** What an API's refusal means, whoever sent it. */
export type ApiErrorKind =
  /** The body has too many bytes. */
  | "request-too-large"
  /** One image has too many bytes. */
  | "image-too-large"
  /** One image has too many pixels or too long a side. */
  | "image-dimensions"
  | "too-many-images"
  /** The media type is not taken, or disagrees with the bytes. */
  | "media-type-mismatch"
  | "undecodable-image"
  /** The prompt is too long in tokens: removing bytes does not help by itself. */
  | "too-many-tokens";

export interface ExplainedError {
  kind: ApiErrorKind;
  /** "anthropic", "openai", ... or "unknown" when the envelope does not tell. */
  provider: string;
  /** The cause in one English sentence. */
  message: string;
  /** Place of the image among the images of its message, from 0, where the API names one. */
  imageIndex?: number;
  /** In the unit of the kind: bytes, pixels, images or tokens. */
  actual?: number;
  limit?: number;
  /** To quote to the provider's support. */
  requestId?: string;
  /** False for all of these: the same request will be refused again. */
  retryable: boolean;
  /** What to do, the best first; never empty. */
  nextSteps: readonly string[];
}

/** The parts of a refusal that tell anything, read out of whatever shape it came in. */
export interface ApiErrorFacts {
  provider: string;
  status: number | undefined;
  type: string | undefined;
  code: string | undefined;
  message: string;
  requestId: string | undefined;
}
