/** The meter's result. All sizes are bytes of the request body: the UTF-8 length of its JSON. */
import type { TokenEstimate } from "../shared/tokens/types.js";
import type { Advice } from "../shared/types.js";

export type MeterLevel = "ok" | "near" | "over";

/** The kinds of limit on a request. */
export type LimitKind = "bytes" | "images" | "tokens";

/** Counts of images that are uploaded to the provider, by state. */
export interface UploadCounts {
  underWay: number;
  /** Failed for good: these images stay in the request. */
  failed: number;
}

export interface RequestEstimate {
  /** Size of the whole request body in bytes. */
  bytes: number;
  /** The lowest limit that applies, in bytes; `Infinity` when none is known. */
  cap: number;
  /** Whose limit `cap` is: the endpoint's, or the app's own `maxRequestBytes`. */
  capOwner: "endpoint" | "app" | "none";
  /** `bytes / cap`; 0 if there is no cap. */
  ratio: number;
  /**
   * `near` from 80 % of the cap or of `maxTokensPerRequest`, `over` beyond either, or if there are more images than the endpoint
   * takes.
   */
  level: MeterLevel;
  /** The tightest limit: the one reached first or exceeded most. Absent if no limit is known. */
  limitedBy?: LimitKind;
  /** True: `bytes` is the exact size of the body. False: images under way are estimated from their dimensions. */
  exact: boolean;
  /** Which body was measured: the app's `request`, or, without it, the endpoint's smallest body with these images. */
  covers: "request" | "images";
  /** Adds up to `bytes`. */
  parts: {
    conversation: number;
    images: number;
    /** PDF files that are sent as they are. Absent where there are none. */
    documents?: number;
    pending: number;
  };
  /** How many more images of about the present average size and tokens fit; `Infinity` if there is no limit. */
  imagesThatStillFit: number;
  /** Tokens of the finished images and documents, without text: a separate limit from bytes. Absent without a `tokenModel`. */
  tokens?: TokenEstimate & {
    model: string;
    /** Images sent by address: their pixels are unknown, so they are in neither `total` nor `perImage`. */
    uncounted: number;
    /** PDF files whose pages are not known, or of which no rule is published: not in `total`. Absent where there are none. */
    uncountedDocuments?: number | undefined;
    /** Tokens of the rest of the request, from the app's `conversationTokens`. */
    conversation: number;
    /** The app's `maxTokensPerRequest`, for images and conversation together. Absent if it is not set. */
    limit?: number;
  };
  advice: readonly Advice[];
}
