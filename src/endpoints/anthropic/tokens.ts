/**
 * Claude: one token per 28 px patch, after a resize that keeps both an edge and a token limit. The rule is the same wherever the
 * model runs (Bedrock, Vertex). It replaces the formula w*h/750 of older pages.
 */
import type { Size } from "../../shared/types.js";
import { cells, defineTokenModel } from "../define-token-model.js";
import type { TokenModel } from "../../shared/tokens/types.js";

const PATCH_PX = 28;

interface ClaudeTier {
  id: string;
  label: string;
  /** Longest side in pixels, counted in whole patches. */
  maxEdgePx: number;
  maxTokens: number;
}

/** Claude before 4.7. 1280x960 costs one patch row too many and is resampled to 1270x952; a 1280x952 box avoids that. */
export const claudeStandard: TokenModel<never> = /* @__PURE__ */ claudeTier({
  id: "claude-standard",
  label: "Claude, standard resolution (Haiku 4.5, Sonnet 4.5 and 4.6, Opus 4.5 and 4.6, older)",
  maxEdgePx: 1568,
  maxTokens: 1568,
});

/** Claude 4.7 and later: every newer model is of this tier. 1280x960 is taken as it is. */
export const claudeHighResolution: TokenModel<never> = /* @__PURE__ */ claudeTier({
  id: "claude-high-resolution",
  label: "Claude, high resolution (4.7 and later, Haiku 5.5 included)",
  maxEdgePx: 2576,
  maxTokens: 4784,
});

function claudeTier({ id, label, maxEdgePx, maxTokens }: ClaudeTier): TokenModel<never> {
  const source = "https://platform.claude.com/docs/en/build-with-claude/vision-coordinates";
  const fits = (size: Size) =>
    Math.ceil(Math.max(size.width, size.height) / PATCH_PX) * PATCH_PX <= maxEdgePx &&
    cells(size, PATCH_PX) <= maxTokens;
  return defineTokenModel<never>(
    { id, label, asOf: "2026-11-29", source, confidence: "A", details: [] },
    { fit: (size) => (fits(size) ? size : largestFitting(size, fits)), count: (seen) => cells(seen, PATCH_PX) },
  );
}

/** Like the page's reference code: the longest whole long edge that fits, the short edge rounded half to even. */
function largestFitting({ width, height }: Size, fits: (size: Size) => boolean): Size {
  const aspect = Math.max(width, height) / Math.min(width, height);
  const sized = (long: number): Size => {
    const short = Math.max(1, roundHalfToEven(long / aspect));
    return width >= height ? { width: long, height: short } : { width: short, height: long };
  };
  // One pixel always fits; the whole picture is known not to.
  let [low, high] = [1, Math.max(width, height)];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(sized(middle))) low = middle;
    else high = middle;
  }
  return sized(low);
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
