/** Figures as error messages and reasons quote them. English; the React layer has its own formatter for people. */
import type { Size } from "./types.js";

/** "4.2 MB (4,170,331 bytes)": MB is 10^6 here, and the exact figure stands beside it. */
export function quoteBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit} (${group(bytes)} bytes)`;
}

/** "1,015,288 bytes": where a rounded figure would quarrel with the one beside it. */
export function countBytes(bytes: number): string {
  return `${group(bytes)} bytes`;
}

/** "8,000 tokens". */
export function countTokens(tokens: number): string {
  return `${group(tokens)} ${tokens === 1 ? "token" : "tokens"}`;
}

export function quoteSize({ width, height }: Size): string {
  return `${width}x${height}`;
}

/** "3,600 megapixels" for 3.6e9; below one megapixel the pixels themselves. */
function quotePixels(pixels: number): string {
  return pixels < 1e6 ? `${group(pixels)} pixels` : `${group(Math.round(pixels / 1e5) / 10)} megapixels`;
}

/** A figure and its limit; exact where rounding would make them the same: "100,010,000 pixels". */
export function quotePixelsOver(actual: number, limit: number): [actual: string, limit: string] {
  const rounded: [string, string] = [quotePixels(actual), quotePixels(limit)];
  return rounded[0] === rounded[1] ? [`${group(actual)} pixels`, `${group(limit)} pixels`] : rounded;
}

function group(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
