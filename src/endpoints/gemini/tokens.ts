/** Gemini: 2.x counts tiles in proportion to the picture, 3.x counts a fixed number per image, whatever its size. */
import type { Size } from "../../shared/types.js";
import { defineTokenModel, fitEdge } from "../define-token-model.js";
import type { TokenModel } from "../../shared/tokens/types.js";

/** Larger images are scaled down to this, and padded, according to Firebase's copy of the rule. */
const MAX_EDGE_PX = 3072;

const TILE_TOKENS = 258;
const ONE_TILE_MAX_EDGE_PX = 384;

const fit = (size: Size) => fitEdge(size, MAX_EDGE_PX);

/** Gemini 2.0 and 2.5. The provider itself calls the rule rough; it is far too high for slivers, whose tiles get tiny. */
export const gemini2: TokenModel<never> = /* @__PURE__ */ defineTokenModel<never>(
  {
    id: "gemini-2",
    label: "Gemini 2.0 and 2.5",
    asOf: "2026-11-20",
    source: "https://ai.google.dev/gemini-api/docs/image-understanding",
    confidence: "B",
    details: [],
  },
  {
    fit,
    count({ width, height }) {
      if (Math.max(width, height) <= ONE_TILE_MAX_EDGE_PX) return TILE_TOKENS;
      const unit = Math.max(1, Math.floor(Math.min(width, height) / 1.5));
      return Math.ceil(width / unit) * Math.ceil(height / unit) * TILE_TOKENS;
    },
  },
);

const RESOLUTION_TOKENS = { high: 1120, low: 280, medium: 560, ultra_high: 2240 };

/** Gemini 3.x, by media resolution; `high` is the default for images. Measured live: 1,089 to 1,116, even for 400x300. */
export const gemini3: TokenModel<keyof typeof RESOLUTION_TOKENS> = /* @__PURE__ */ defineTokenModel(
  {
    id: "gemini-3",
    label: "Gemini 3",
    asOf: "2026-11-20",
    source: "https://ai.google.dev/gemini-api/docs/media-resolution",
    confidence: "B",
    details: ["high", "low", "medium", "ultra_high"],
  },
  { fit, count: (_seen, detail) => RESOLUTION_TOKENS[detail] },
);
