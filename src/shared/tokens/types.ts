/** How a family of models downsizes an image, and how many tokens it costs. Data plus pure functions. */
import type { CapSource } from "../endpoint.js";
import type { Size } from "../types.js";

/**
 * How one family of models counts an image. Tokens are a separate limit from bytes: a smaller box may save many bytes and no
 * token at all. All sizes are upright pixels, as in `ImageHeader` and `PreparedImage`.
 */
export interface TokenModel<D extends string = string> {
  /** Kebab-case, stable. */
  id: string;
  /** For people, naming the models meant: "Claude, standard resolution (Haiku 4.5, ...)". */
  label: string;
  /** Date the rule was last read, `YYYY-MM-DD`. */
  asOf: string;
  /** Where the rule is written. */
  source: string;
  /** As in `CapSource`: A is measured or from the SDK, D our own inference. */
  confidence: CapSource["confidence"];
  /** The detail levels (OpenAI) or media resolutions (Gemini) it knows; the first applies unless one is given. */
  details: readonly D[];
  /** Tokens that one image costs; 0 for a size without pixels. Throws `TypeError` for a detail that is not in `details`. */
  tokens(size: Size, detail?: D): number;
  /** The size the provider downsizes the image to, before any padding; the same size if it leaves the image alone. */
  resized(size: Size, detail?: D): Size;
  /** True: an image this large causes an error instead of being downsized. */
  refuses(size: Size, detail?: D): boolean;
}

/** Tokens of several images, in their order. */
export interface TokenEstimate {
  total: number;
  perImage: readonly number[];
}
