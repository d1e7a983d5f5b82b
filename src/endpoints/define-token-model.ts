/** What all token models share: a default detail, and 0 tokens for sizes that are no picture. */
import type { Size } from "../shared/types.js";
import type { TokenModel } from "../shared/tokens/types.js";

type Facts<D extends string> = Pick<TokenModel<D>, "id" | "label" | "asOf" | "source" | "confidence" | "details">;

/** Both are called only with sizes that have pixels; `count` gets what `fit` returned. */
interface Rule<D extends string> {
  fit(size: Size, detail: D): Size;
  count(seen: Size, detail: D): number;
  refuses?(size: Size, detail: D): boolean;
}

export function defineTokenModel<D extends string>(facts: Facts<D>, { fit, count, refuses }: Rule<D>): TokenModel<D> {
  const known = (given: D | undefined): D => {
    // A family without levels ignores a detail that is meant for another family.
    const detail = facts.details.length === 0 ? undefined : (given ?? facts.details[0]);
    if (detail !== undefined && !facts.details.includes(detail)) {
      throw new TypeError(`${facts.id} has no detail "${detail}". Use one of: ${facts.details.join(", ")}.`);
    }
    // The rules of a family without levels never read it.
    return detail as D;
  };
  return {
    ...facts,
    tokens(size, given) {
      const detail = known(given);
      return hasPixels(size) ? count(fit(size, detail), detail) : 0;
    },
    resized(size, given) {
      const detail = known(given);
      const { width, height } = hasPixels(size) ? fit(size, detail) : size;
      return { width, height };
    },
    refuses(size, given) {
      const detail = known(given);
      return hasPixels(size) && (refuses?.(size, detail) ?? false);
    },
  };
}

/** The header of an SVG without a size says 0, and the searches below need finite sizes. */
function hasPixels({ width, height }: Size): boolean {
  return Number.isFinite(width) && Number.isFinite(height) && width >= 1 && height >= 1;
}

/** Neither side above `edge`, shape kept, fractions dropped, at least one pixel. */
export function fitEdge({ width, height }: Size, edge: number): Size {
  const longest = Math.max(width, height);
  if (longest <= edge) return { width, height };
  // Multiplied before divided, so that the long side is exactly `edge`.
  const side = (length: number) => Math.max(1, Math.floor((length * edge) / longest));
  return { width: side(width), height: side(height) };
}

/** The number of squares of `edge` pixels that cover the picture. */
export function cells({ width, height }: Size, edge: number): number {
  return Math.ceil(width / edge) * Math.ceil(height / edge);
}
