import sharp from "sharp";
import { expect, test } from "vitest";
import { av1Size } from "../../../../src/formats/avif/av1.js";
import { type Bytes, join } from "../../../fixtures/bytes/write.js";

const hex = (digits: string): Bytes => Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));

/** Writes numbers of so many bits, highest first. */
function bits(...numbers: readonly (readonly [value: number, count: number])[]): Bytes {
  const text = numbers.map(([value, count]) => value.toString(2).padStart(count, "0")).join("");
  return Uint8Array.from(text.match(/.{1,8}/g)!, (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

const WITH_LENGTH = 0b10;
const EXTENDED = 0b100;
const obu = (type: number, content: Bytes, flags = WITH_LENGTH): Bytes =>
  join(
    (type << 3) | flags,
    ...(flags & EXTENDED ? [0] : []),
    ...(flags & WITH_LENGTH ? [content.length] : []),
    content,
  );

/** A header that is not the short one, with all that is optional. */
const full = obu(
  1,
  bits(
    [0, 3],
    [0, 1],
    [0, 1],
    // Timing: ticks, equal intervals (1 of them, coded in one bit), the decoder's model with delays of 10 bits.
    [1, 1],
    [1, 32],
    [30, 32],
    [1, 1],
    [1, 1],
    [1, 1],
    [9, 5],
    [1, 32],
    [9, 5],
    [9, 5],
    // Two operating points: one of a high level with a tier and delays of its own, one with neither.
    [1, 1],
    [1, 5],
    [0, 12],
    [9, 5],
    [1, 1],
    [1, 1],
    [5, 10],
    [5, 10],
    [0, 1],
    [1, 1],
    [7, 4],
    [0, 12],
    [4, 5],
    [0, 1],
    [0, 1],
    [10, 4],
    [9, 4],
    [1_918, 11],
    [807, 10],
    [0, 16],
  ),
);

test.each<[string, Bytes, object | undefined]>([
  ["a still picture's short header", hex("12000a09381564d1a404341a40"), { width: 37, height: 53 }],
  ["without a delimiter in front", hex("0a0b00000042abbfc377ffe601"), { width: 1920, height: 1080 }],
  ["all that is optional", full, { width: 1919, height: 808 }],
  ["an extended header", join(obu(2, join(), WITH_LENGTH | EXTENDED), full), { width: 1919, height: 808 }],
  ["no length: to the end", obu(1, full.slice(2), 0), { width: 1919, height: 808 }],
  ["a header that is truncated", hex("12000a093815"), undefined],
  ["a header that says it is shorter", hex("0a0200000042abbfc377ffe601"), undefined],
  ["a frame without a header", hex("32171942"), undefined],
  ["zeros", hex("0000000000000000"), undefined],
  ["nothing", hex("0a00").slice(2), undefined],
  ["the forbidden bit", hex("8a0b00000042abbfc377ffe601"), undefined],
])("AV1 size: %s", (_, bytes, size) => {
  expect(av1Size(bytes)).toEqual(size);
});

test.each([
  [1, 1],
  [16, 9],
  [640, 480],
  [1921, 33],
])("AV1 size: as an encoder writes %i x %i", async (width, height) => {
  const avif = new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#456" } })
      .avif({ effort: 0 })
      .toBuffer(),
  );
  const at = String.fromCharCode(...avif).indexOf("mdat") + 4;
  expect(av1Size(avif.subarray(at))).toEqual({ width, height });
});
