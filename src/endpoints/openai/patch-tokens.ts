/** OpenAI models that count patches of 32 px: fit an edge, fit a budget of patches, then apply a multiplier. */
import type { CapSource } from "../../shared/endpoint.js";
import type { Size } from "../../shared/types.js";
import { cells, defineTokenModel, fitEdge } from "../define-token-model.js";
import type { TokenModel } from "../../shared/tokens/types.js";

const PATCH_PX = 32;

/** What one detail level does to an image. */
export interface PatchLimits {
  /** Longer sides are shrunk to this, in pixels. */
  maxEdgePx: number;
  /** An image of more patches is shrunk until it has no more than these. */
  maxPatches?: number;
  /** An image of more patches is refused. */
  refuseAbovePatches?: number;
}

export interface OpenaiPatchOptions<D extends string> {
  id: string;
  label: string;
  /** Tokens per patch. */
  multiplier: number;
  /** By detail level; the first is the API's default. */
  details: Readonly<Record<D, PatchLimits>>;
  source?: string;
  /** Date the rule was last compared with its source, `YYYY-MM-DD`. @default "2026-11-20" */
  asOf?: string;
  /** @default "B": the provider's own page */
  confidence?: CapSource["confidence"];
}

/**
 * Defines a model that counts patches. The guide does not say how fractions are treated, so a figure may be off by one row of
 * patches if an image is shrunk, and by one token otherwise: 1200 patches x 1.62 are 1945 in floating point.
 */
export function openaiPatch<D extends string>(options: OpenaiPatchOptions<D>): TokenModel<D> {
  const {
    id,
    label,
    multiplier,
    asOf = "2026-11-20",
    confidence = "B",
    source = "https://developers.openai.com/api/docs/guides/images-vision",
  } = options;
  const limits: Readonly<Record<D, PatchLimits>> = options.details;
  // `Object.keys` loses the type of the keys.
  const details = Object.keys(limits) as D[];
  return defineTokenModel(
    { id, label, asOf, source, confidence, details },
    {
      fit: (size, detail) => fitPatches(fitEdge(size, limits[detail].maxEdgePx), limits[detail].maxPatches),
      count: (seen) => Math.ceil(cells(seen, PATCH_PX) * multiplier),
      refuses: (size, detail) =>
        cells(fitEdge(size, limits[detail].maxEdgePx), PATCH_PX) >
        (limits[detail].refuseAbovePatches ?? Number.POSITIVE_INFINITY),
    },
  );
}

function fitPatches(size: Size, maxPatches = Number.POSITIVE_INFINITY): Size {
  if (cells(size, PATCH_PX) <= maxPatches) return size;
  const byArea = Math.sqrt((PATCH_PX ** 2 * maxPatches) / (size.width * size.height));
  const [columns, rows] = [(size.width * byArea) / PATCH_PX, (size.height * byArea) / PATCH_PX];
  const scale = byArea * Math.min(Math.floor(columns) / columns, Math.floor(rows) / rows);
  // One side is a whole number of patches by construction, but may be slightly below it after rounding.
  const side = (length: number) => Math.max(1, Math.floor(length * scale + 1e-6));
  return { width: side(size.width), height: side(size.height) };
}

const LARGE: PatchLimits = { maxEdgePx: 2048, maxPatches: 6144 };
const HIGH: PatchLimits = { maxEdgePx: 2048, maxPatches: 2500 };
const ORIGINAL: PatchLimits = { maxEdgePx: 6000, maxPatches: 10_000 };
const UNTOUCHED: PatchLimits = { maxEdgePx: 65_535, refuseAbovePatches: 30_000 };
/** Models with the same size for every level. An older copy of the guide gives 1536 patches; the newer figure is used. */
const ONE_SIZE = { auto: LARGE, low: LARGE, high: LARGE, original: LARGE };

const NEWEST = { auto: UNTOUCHED, low: { maxEdgePx: 512 }, high: HIGH, original: UNTOUCHED };

/**
 * GPT-6, in the guide's table since it was read on 2026-10-05; a probe of gpt-6-luna agrees. `auto` never shrinks: it refuses.
 */
export const openaiGpt6 = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-6",
  label: "GPT-6",
  multiplier: 1.2,
  details: NEWEST,
  asOf: "2026-11-29",
});

/** Sized and counted like GPT-6. */
export const openaiGpt56 = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5.6",
  label: "GPT-5.6 (sol, terra, luna)",
  multiplier: 1.2,
  details: NEWEST,
  asOf: "2026-11-29",
});

/** `low` may cost more than `high`, as with GPT-5.4. */
export const openaiGpt55 = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5.5",
  label: "GPT-5.5",
  multiplier: 1.2,
  details: { auto: ORIGINAL, low: LARGE, high: HIGH, original: ORIGINAL },
});

/** `low` may cost more than `high`: it keeps more patches. */
export const openaiGpt54 = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5.4",
  label: "GPT-5.4, 5.4 mini and 5.4 nano",
  multiplier: 1.2,
  details: { auto: HIGH, low: LARGE, high: HIGH, original: ORIGINAL },
});

export const openaiGpt52 = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5.2",
  label: "GPT-5.2",
  multiplier: 1.2,
  details: ONE_SIZE,
});

export const openaiGpt41Mini = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-4.1-mini",
  label: "GPT-4.1 mini",
  multiplier: 1.62,
  details: ONE_SIZE,
});

// The multipliers below are the guide's. Its newer copy no longer says how these four are sized. The older one puts them into one
// group with GPT-5.2 and GPT-4.1 mini, so the present figure of those is used. Within 1280x960 no budget is reached.

export const openaiGpt5Mini = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5-mini",
  label: "GPT-5 mini",
  multiplier: 1.2,
  details: ONE_SIZE,
  confidence: "D",
});

export const openaiGpt5Nano = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-5-nano",
  label: "GPT-5 nano",
  multiplier: 1.5,
  details: ONE_SIZE,
  confidence: "D",
});

export const openaiGpt41Nano = /* @__PURE__ */ openaiPatch({
  id: "openai-gpt-4.1-nano",
  label: "GPT-4.1 nano",
  multiplier: 2.46,
  details: ONE_SIZE,
  confidence: "D",
});

export const openaiO4Mini = /* @__PURE__ */ openaiPatch({
  id: "openai-o4-mini",
  label: "o4-mini",
  multiplier: 1.72,
  details: ONE_SIZE,
  confidence: "D",
});
