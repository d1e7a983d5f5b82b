/** Says why a request cannot be sent. Loaded when that happens. */
import type { RequestEstimate } from "../meter/types.js";
import { ImageError } from "../shared/errors.js";
import { countTokens, quoteBytesExactly } from "../shared/format-figures.js";

export function overLimit({ bytes, cap, limitedBy, tokens, advice }: RequestEstimate): ImageError {
  // A person reads this: what only the app's developer can do is in the estimate.
  const steps = advice.flatMap(({ audience, message }) => (audience === "user" ? [message] : [])).join(" ");
  if (limitedBy === "tokens" && tokens?.limit !== undefined) {
    const actual = tokens.total + tokens.conversation;
    const figures = `The request has about ${countTokens(actual)}; the limit is ${countTokens(tokens.limit)}.`;
    return new ImageError("request-too-many-tokens", `${figures} ${steps}`.trim(), { actual, limit: tokens.limit });
  }
  const message =
    bytes > cap
      ? `The request has ${quoteBytesExactly(bytes)}; the limit is ${quoteBytesExactly(cap)}.`
      : "The request holds too many images.";
  return new ImageError("request-too-large", `${message} ${steps}`.trim(), { actual: bytes, limit: cap });
}
