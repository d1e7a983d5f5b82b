import type { Size } from "../shared/types.js";
import type { TokenEstimate, TokenModel } from "../shared/tokens/types.js";

/**
 * What images cost on a family of models, the text around them not counted. There is no fallback: for a model whose rule is
 * not published (xAI, most local ones) there is no `TokenModel`, and so no figure.
 */
export function estimateTokens<D extends string>(
  images: readonly Size[],
  model: TokenModel<D>,
  detail?: D,
): TokenEstimate {
  const perImage = images.map((image) => model.tokens(image, detail));
  return { total: perImage.reduce((sum, tokens) => sum + tokens, 0), perImage };
}
