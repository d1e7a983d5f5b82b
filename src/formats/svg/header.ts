import { FIRST_READ_BYTES } from "../byte-reader.js";
import { startsWith } from "../bytes.js";
import type { ReadStoredHeader } from "../format.js";
import { findSvgRoot } from "./svg-root.js";

/** CSS: 96 pixels an inch. `%`, `em` and the like depend on the page, so they say nothing here. */
const PX_PER_UNIT: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
};

/** As much as any other format can state. More is no picture either, and would lead to figures that no number holds. */
const MAX_SIDE = 2 ** 32 - 1;

/** The longest number that is read; a longer one is an attack on the pattern below. */
const MAX_LENGTH_CHARS = 32;

/**
 * The size is `width` and `height`, else the `viewBox`, else 0x0: then each browser makes up its own size (a file with only a
 * `viewBox` measures 40x150, 300x1112 and 123x456 in three browsers).
 */
export const readSvg: ReadStoredHeader = async (reader) => {
  const attributes = findSvgRoot(decodeSvgText(await reader.read(0, FIRST_READ_BYTES)));
  if (!attributes) return undefined;
  const width = inPixels(attributes.get("width"));
  const height = inPixels(attributes.get("height"));
  const [boxWidth, boxHeight] = viewBoxSize(attributes.get("viewBox"));
  const ratio = boxWidth / boxHeight;
  return {
    width: wholePixels(width ?? (height === undefined ? boxWidth : height * ratio)),
    height: wholePixels(height ?? (width === undefined ? boxHeight : width / ratio)),
    orientation: 1,
    frames: "one",
    alpha: undefined,
  };
};

/** UTF-8 unless a byte order mark says otherwise. Only the beginning is needed. */
export function decodeSvgText(bytes: Uint8Array): string {
  const label = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : "utf-8";
  return new TextDecoder(label).decode(bytes.subarray(0, FIRST_READ_BYTES));
}

function inPixels(text: string | undefined): number | undefined {
  const match = /^\+?([\d.]+(?:e[+-]?\d+)?)([a-z]*)$/i.exec((text ?? "").trim().slice(0, MAX_LENGTH_CHARS));
  const pixels = Number(match?.[1]) * (PX_PER_UNIT[match?.[2]?.toLowerCase() ?? ""] ?? Number.NaN);
  return Number.isFinite(pixels) ? pixels : undefined;
}

function viewBoxSize(text: string | undefined): [number, number] {
  const numbers = (text ?? "")
    .trim()
    .split(/[\s,]+/, 5)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && width > 0 && height > 0 ? [width, height] : [0, 0];
}

const wholePixels = (pixels: number): number =>
  pixels > 0 && Number.isFinite(pixels) ? Math.min(MAX_SIDE, Math.max(1, Math.round(pixels))) : 0;
