/** Says why a request cannot be sent. Loaded when that happens. */
import { ImageError } from "../shared/errors.js";
import { countTokens, quoteBytesExactly } from "../shared/format-figures.js";
import type { QueueSnapshot } from "./types.js";

export function overLimit({ estimate, fitting }: Pick<QueueSnapshot<unknown>, "estimate" | "fitting">): ImageError {
  const { bytes, cap, limitedBy, tokens, advice } = estimate;
  // People read this: advice for developers stays in the estimate, and shrinking is not offered again after it has failed.
  const steps = advice
    .filter(({ audience, code }) => audience === "user" && !(code === "shrink" && fitting.status === "impossible"))
    .map(({ message }) => message)
    .join(" ");
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
