/** Mistral: fit a square, then one token per so many pixels. The page calls both formulas approximate. */
import { defineTokenModel, fitEdge } from "../define-token-model.js";
import type { TokenModel } from "../../shared/tokens/types.js";

interface MistralFamily {
  id: string;
  label: string;
  /** Longer sides are shrunk to this, in pixels. */
  maxEdgePx: number;
  pixelsPerToken: number;
}

export const mistral3: TokenModel<never> = /* @__PURE__ */ mistralFamily({
  id: "mistral-3",
  label: "Mistral (Large 3, Medium 3, Small 3.2, Ministral 3)",
  maxEdgePx: 1540,
  pixelsPerToken: 28 * 28,
});

export const pixtral: TokenModel<never> = /* @__PURE__ */ mistralFamily({
  id: "pixtral",
  label: "Pixtral (Large, 12B)",
  maxEdgePx: 1024,
  pixelsPerToken: 16 * 16,
});

function mistralFamily({ id, label, maxEdgePx, pixelsPerToken }: MistralFamily): TokenModel<never> {
  const source = "https://docs.mistral.ai/studio-api/conversations/vision";
  return defineTokenModel<never>(
    { id, label, asOf: "2026-11-30", source, confidence: "B", details: [] },
    {
      fit: (size) => fitEdge(size, maxEdgePx),
      count: ({ width, height }) => Math.ceil((width * height) / pixelsPerToken),
    },
  );
}
