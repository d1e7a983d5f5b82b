/** Figures as error messages and reasons quote them. English; the React layer has its own formatter for people. */
import type { Size } from "./types.js";

/** The sign between width and height; made at run time, see `react/text/typography.ts`. */
export const TIMES = /* @__PURE__ */ String.fromCodePoint(0xd7);

/** "4.2 MB": MB is 10^6 here. The exact figures are in `actual` and `limit`. */
export function quoteBytes(bytes: number): string {
  if (bytes < 1000) return countBytes(bytes);
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

/** "4.2 MB (4,170,331 bytes)": for developers, who compare it with the API's own figure. */
export function quoteBytesExactly(bytes: number): string {
  return bytes < 1000 ? countBytes(bytes) : `${quoteBytes(bytes)} (${countBytes(bytes)})`;
}

/** A size and its limit; exact if rounding would make them look the same: "52,428,801 bytes". */
export function quoteBytesOver(actual: number, limit: number): [actual: string, limit: string] {
  const rounded: [string, string] = [quoteBytes(actual), quoteBytes(limit)];
  return rounded[0] === rounded[1] ? [countBytes(actual), countBytes(limit)] : rounded;
}

/** "1,015,288 bytes": for use beside another figure, where rounding could make the two contradict each other. */
export function countBytes(bytes: number): string {
  return `${group(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
}

/** "8,000 tokens". */
export function countTokens(tokens: number): string {
  return `${group(tokens)} ${tokens === 1 ? "token" : "tokens"}`;
}

/** "4032 x 3024" with a multiplication sign; "60,000 x 60,000". */
export function quoteSize({ width, height }: Size): string {
  return `${quoteSide(width)} ${TIMES} ${quoteSide(height)}`;
}

/** Without a separator up to four digits, as sizes of pictures are written. */
export function quoteSide(pixels: number): string {
  return pixels < 10_000 ? String(pixels) : group(pixels);
}

/** "100 megapixels"; below one megapixel the pixels themselves. */
export function quotePixels(pixels: number): string {
  if (pixels < 1e6) return `${group(pixels)} ${pixels === 1 ? "pixel" : "pixels"}`;
  const megapixels = Math.round(pixels / 1e5) / 10;
  return `${group(megapixels)} ${megapixels === 1 ? "megapixel" : "megapixels"}`;
}

/** "30 s". */
export function quoteSeconds(ms: number): string {
  return `${(ms / 1000).toLocaleString("en-US", { maximumFractionDigits: 3 })} s`;
}

function group(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
