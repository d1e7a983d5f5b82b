/** JPEG files of all kinds by libjpeg, and what it decodes from ours. */
import sharp, { type JpegOptions } from "sharp";
import { expect } from "vitest";
import type { Size } from "../../../src/shared/types.js";
import { type Bytes, join } from "../../fixtures/bytes/write.js";

/** The level of a channel at a place. */
export type Paint = (x: number, y: number, channel: number) => number;

export const paints = {
  flat: (_x, _y, channel) => 40 + 80 * channel,
  noise: (x, y, channel) => Math.imul(x * 31 + y * 1009 + channel * 7919 + 1, 0x9e3779b1) >>> 24,
  // The largest coefficients there are, each alone in its block.
  waves: (x, y) =>
    Math.cos(((2 * (x % 8) + 1) * ((x >> 3) % 8) * Math.PI) / 16) *
      Math.cos(((2 * (y % 8) + 1) * ((y >> 3) % 8) * Math.PI) / 16) <
    0
      ? 0
      : 255,
  // Like a screenshot: edges, much that is flat, a few lines that look like text, a gradient.
  drawing: (x, y, channel) =>
    y % 24 < 9 && (x * 7 + y * 3) % 11 < 4 && x % 200 < 150 ? 20 + 30 * channel : y < 40 ? (x + y) & 255 : 244,
} satisfies Record<string, Paint>;

export async function jpegOf(
  { width, height }: Size,
  paint: Paint,
  options: JpegOptions & { grey?: boolean } = {},
): Promise<Bytes> {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = Math.floor(at / 3);
    pixels[at] = paint(pixel % width, Math.floor(pixel / width), at % 3);
  }
  const image = sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  const { grey = false, ...jpeg } = options;
  return new Uint8Array(
    await (grey ? image.toColourspace("b-w") : image).jpeg({ quality: 85, optimiseCoding: false, ...jpeg }).toBuffer(),
  );
}

/** As stored: not colour managed. Rejects where libjpeg warns. */
const decoded = (bytes: Bytes) =>
  sharp(bytes, { ignoreIcc: true, failOn: "warning" }).raw().toBuffer({ resolveWithObject: true });

export async function expectSamePicture(one: Bytes, other: Bytes): Promise<void> {
  const [expected, own] = [await decoded(one), await decoded(other)];
  expect(own.info).toEqual({ ...expected.info });
  expect(own.data.equals(expected.data)).toBe(true);
}

/** The first segment of a marker, from its 0xFF to the end of its payload. */
export function findSegment(bytes: Bytes, marker: number): { start: number; end: number } {
  for (let at = 2; bytes[at] === 0xff;) {
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (bytes[at + 1] === marker) return { start: at, end };
    if (bytes[at + 1] === 0xda) break;
    at = end;
  }
  throw new Error(`no segment ${marker.toString(16)}`);
}

export function without(bytes: Bytes, ...markers: number[]): Bytes {
  return markers.reduce((rest, marker) => {
    const { start, end } = findSegment(rest, marker);
    return join(rest.subarray(0, start), rest.subarray(end));
  }, bytes);
}

/** Segments behind SOI. */
export const withSegments = (bytes: Bytes, ...segments: Uint8Array[]): Bytes =>
  join(bytes.subarray(0, 2), ...segments, bytes.subarray(2));

export function patched(bytes: Bytes, at: number, ...values: number[]): Bytes {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}
