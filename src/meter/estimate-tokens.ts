import type { Size } from "../shared/types.js";
import type { TokenEstimate, TokenModel } from "../shared/tokens/types.js";

/**
 * The tokens that images cost on a family of models, without the text around them. There is no fallback: a model whose rule is
 * not published (xAI, most local ones) has no `TokenModel`, and so no figure.
 */
export function estimateTokens<D extends string>(
  images: readonly Size[],
  model: TokenModel<D>,
  detail?: D,
): TokenEstimate {
  const perImage = images.map((image) => model.tokens(image, detail));
  return { total: perImage.reduce((sum, tokens) => sum + tokens, 0), perImage };
}
