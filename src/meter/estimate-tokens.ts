import { checkOption } from "../shared/errors.js";
import { listOf } from "../shared/list-of.js";
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
  listOf("estimateTokens", images, "sizes, { width, height }", (size) => "width" in (Object(size) as object));
  checkOption(typeof Object(model).tokens === "function", "model", model, "the tokenModel of an endpoint that has one");
  const perImage = images.map((image) => model.tokens(image, detail));
  return { total: perImage.reduce((sum, tokens) => sum + tokens, 0), perImage };
}
