/**
 * What the real endpoints refuse, as data. The local endpoint keeps its own copy of these figures on purpose: it stands in
 * for the provider, so it must not agree with the package merely because both read the same constant.
 */

/** A limit and where it was read. `confidence` as in the package's `CapSource`. */
export interface Figure {
  value: number;
  source: string;
  asOf: string;
  confidence: "A" | "B" | "C" | "D";
}

const MIB = 2 ** 20;
const PAYLOAD_WALLS = "https://github.com/dacheah/payload-walls (docs/table.md)";
const ANTHROPIC_SIZES = "https://platform.claude.com/docs/en/api/overview#request-size-limits";
const ANTHROPIC_VISION = "https://platform.claude.com/docs/en/build-with-claude/vision";
const OPENAI_VISION = "https://developers.openai.com/api/docs/guides/images-vision";

const read = (value: number, source: string, asOf: string, confidence: Figure["confidence"]): Figure => ({
  value,
  source,
  asOf,
  confidence,
});

export const anthropicRules = {
  /** Body of Messages and of Token Counting; bracketed live between 33,452,885 (taken) and 33,571,037 (413). */
  maxRequestBytes: read(32 * MIB, `${ANTHROPIC_SIZES}; ${PAYLOAD_WALLS}`, "2026-10-01", "A"),
  maxBatchBytes: read(256 * MIB, ANTHROPIC_SIZES, "2026-10-01", "B"),
  /** Characters of the base64 text, not bytes of the picture. */
  maxImageCharacters: read(10 * MIB, `${ANTHROPIC_VISION}; ${PAYLOAD_WALLS}`, "2026-10-01", "A"),
  maxImages: read(600, ANTHROPIC_VISION, "2026-10-01", "A"),
  maxEdgePx: read(8000, ANTHROPIC_VISION, "2026-10-01", "A"),
  /** Above this many images, earlier turns included, each must fit `manyImagesMaxEdgePx`. */
  manyImagesAbove: read(20, ANTHROPIC_VISION, "2026-10-01", "A"),
  manyImagesMaxEdgePx: read(2000, ANTHROPIC_VISION, "2026-10-01", "A"),
  /** Side of the square that one visual token covers, and the most one image costs (models since Claude 4.7). */
  tokenPatchPx: read(28, "https://platform.claude.com/docs/en/build-with-claude/vision-coordinates", "2026-10-01", "A"),
  maxImageTokens: read(4784, "https://platform.claude.com/docs/en/build-with-claude/vision-coordinates", "2026-10-01", "A"),
} as const;

export const openaiRules = {
  maxRequestBytes: read(512 * MIB, OPENAI_VISION, "2026-10-01", "B"),
  /**
   * The image wall that is really met, a 400 and not a 413. OpenAI states 50.56 MB for a body of 49,294,630 bytes, so it
   * counts about 1.0257 bytes for a character of base64 (our reading of two failures).
   */
  maxTotalImageBytes: read(50_000_000, PAYLOAD_WALLS, "2026-09-18", "C"),
  totalImageBytesPerCharacter: read(1.0257, PAYLOAD_WALLS, "2026-09-18", "D"),
  maxImages: read(1500, OPENAI_VISION, "2026-10-01", "B"),
  maxPatches: read(30_000, OPENAI_VISION, "2026-10-01", "A"),
  patchPx: read(32, OPENAI_VISION, "2026-10-01", "A"),
  tokensPerPatch: read(1.2, OPENAI_VISION, "2026-10-01", "B"),
} as const;

/** How the local endpoint protects the machine it runs on; no provider's figures. */
export const serverLimits = {
  /** Bodies held in memory at the same time, in bytes, all requests together: one of the largest batches. */
  bufferBytes: 256 * MIB,
  /** Longest silence in the middle of a body, in milliseconds. */
  idleMs: 20_000,
  /** Longest wait for the real API, in milliseconds; the SDKs themselves wait ten minutes. */
  upstreamMs: 600_000,
  /** Finished batches remembered for the results call. */
  batches: 20,
} as const;
