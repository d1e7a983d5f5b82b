/** The meter's result. All sizes are bytes of the request body: the UTF-8 length of its JSON. */
import type { TokenEstimate } from "../shared/tokens/types.js";
import type { Advice } from "../shared/types.js";

export type MeterLevel = "ok" | "near" | "over";

/** The kinds of limit on a request. */
export type LimitKind = "bytes" | "images" | "tokens";

/** Counts of images that are uploaded to the provider, by state. */
export interface UploadCounts {
  underWay: number;
  /** Failed for good: these stay in the request. */
  failed: number;
}

export interface RequestEstimate {
  /** Size of the whole request body in bytes. */
  bytes: number;
  /** The lowest limit that applies, in bytes; `Infinity` when none is known. */
  cap: number;
  /** Whose limit `cap` is: the endpoint's, or the app's own `maxRequestBytes`. */
  capOwner: "endpoint" | "app" | "none";
  /** `bytes / cap`; 0 when there is no cap. */
  ratio: number;
  /**
   * `near` from 80 % of the cap or of `maxTokensPerRequest` on, `over` beyond either, or when there are more images than the endpoint
   * takes.
   */
  level: MeterLevel;
  /** Which limit is the tightest, that is, passed first or by most. Absent where none is known. */
  limitedBy?: LimitKind;
  /** True: `bytes` is the body's size to the byte. False: images under way are estimated from their dimensions. */
  exact: boolean;
  /** Which body: the one the app's `request` returns, or, without it, the endpoint's smallest around these images. */
  covers: "request" | "images";
  /** Sums to `bytes`. */
  parts: { conversation: number; images: number; pending: number };
  /** How many more images of about the present average size and tokens fit; `Infinity` when there is no limit. */
  imagesThatStillFit: number;
  /** Tokens of the finished images, without text: another limit than bytes. Absent without a `tokenModel`. */
  tokens?: TokenEstimate & {
    model: string;
    /** Images sent by address: their pixels are unknown, so they are in neither `total` nor `perImage`. */
    uncounted: number;
    /** Tokens of the rest of the request, from the app's `conversationTokens`. */
    conversation: number;
    /** The app's `maxTokensPerRequest`, for images and conversation together. Absent where it gives none. */
    limit?: number;
  };
  advice: readonly Advice[];
}
