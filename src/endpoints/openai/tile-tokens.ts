/**
 * OpenAI models that count tiles of 512 px: fit a square of 2048, then the short side to 768, then a base plus a figure per tile.
 */
import type { CapSource } from "../../shared/endpoint.js";
import type { Size } from "../../shared/types.js";
import { cells, defineTokenModel, fitEdge } from "../define-token-model.js";
import type { TokenModel } from "../../shared/tokens/types.js";

const TILE_PX = 512;
const MAX_EDGE_PX = 2048;
const MAX_SHORT_EDGE_PX = 768;

export interface OpenaiTileOptions {
  id: string;
  label: string;
  /** Tokens of every image; the only ones at `low`. */
  base: number;
  /** Tokens of one tile. */
  tile: number;
  source?: string;
  /** Date the rule was last compared with its source, `YYYY-MM-DD`. @default "2026-11-20" */
  asOf?: string;
  /** @default "B": the provider's own page */
  confidence?: CapSource["confidence"];
}

/** Defines a model that counts tiles. These models have no `original`. */
export function openaiTile(options: OpenaiTileOptions): TokenModel<"auto" | "low" | "high"> {
  const {
    id,
    label,
    base,
    tile,
    asOf = "2026-11-20",
    confidence = "B",
    source = "https://developers.openai.com/api/docs/guides/images-vision",
  } = options;
  return defineTokenModel(
    { id, label, asOf, source, confidence, details: ["auto", "low", "high"] },
    {
      fit: (size, detail) => (detail === "low" ? fitEdge(size, TILE_PX) : fitShortEdge(fitEdge(size, MAX_EDGE_PX))),
      count: (seen, detail) => (detail === "low" ? base : base + tile * cells(seen, TILE_PX)),
    },
  );
}

function fitShortEdge(size: Size): Size {
  const short = Math.min(size.width, size.height);
  if (short <= MAX_SHORT_EDGE_PX) return size;
  const side = (length: number) => Math.floor((length * MAX_SHORT_EDGE_PX) / short);
  return { width: side(size.width), height: side(size.height) };
}

export const openaiGpt4o = /* @__PURE__ */ openaiTile({
  id: "openai-gpt-4o",
  label: "GPT-4o and GPT-4.1",
  base: 85,
  tile: 170,
});

/** Its tokens are counted so high that they cost what they do on GPT-4o. */
export const openaiGpt4oMini = /* @__PURE__ */ openaiTile({
  id: "openai-gpt-4o-mini",
  label: "GPT-4o mini",
  base: 2833,
  tile: 5667,
});

export const openaiGpt5 = /* @__PURE__ */ openaiTile({
  id: "openai-gpt-5",
  label: "GPT-5 and GPT-5.1",
  base: 70,
  tile: 140,
});

export const openaiO3 = /* @__PURE__ */ openaiTile({
  id: "openai-o3",
  label: "o1, o1-pro and o3",
  base: 75,
  tile: 150,
});
