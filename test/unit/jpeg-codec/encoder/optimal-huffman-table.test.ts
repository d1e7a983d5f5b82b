import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalCodes, MAX_CODE_BITS } from "../../../../src/jpeg-codec/huffman-table.js";
import { optimalHuffmanTable } from "../../../../src/jpeg-codec/encoder/optimal-huffman-table.js";

/** Of all 256 symbols; some never occur. */
const anyFrequencies = fc
  .array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1000), fc.nat(10_000_000)), { minLength: 256, maxLength: 256 })
  .map((list) => Uint32Array.from(list))
  .filter((list) => list.some((frequency) => frequency > 0));

/** The weights of the deepest trees: each as heavy as the two before it. */
function fibonacci(length: number): Uint32Array {
  const list = new Uint32Array(256);
  for (let at = 0; at < length; at++) list[at] = at < 2 ? 1 : list[at - 1]! + list[at - 2]!;
  return list;
}

/** Bits of all codes, and what they would be with one symbol more, met once: the sum of all sums of Huffman's method. */
function bitsOf(frequencies: Uint32Array) {
  const codes = canonicalCodes(optimalHuffmanTable(frequencies));
  const bits = codes.reduce((sum, { symbol, length }) => sum + frequencies[symbol]! * length, 0);
  const nodes = [1, ...frequencies].filter((weight) => weight > 0);
  let least = 0;
  while (nodes.length > 1) {
    nodes.sort((a, b) => b - a);
    const sum = nodes.pop()! + nodes.pop()!;
    least += sum;
    nodes.push(sum);
  }
  return { bits, least, codes };
}

function expectSound(frequencies: Uint32Array) {
  const { counts, symbols } = optimalHuffmanTable(frequencies);
  expect(counts).toHaveLength(MAX_CODE_BITS);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(symbols.length);
  expect([...symbols].sort((a, b) => a - b)).toEqual(
    [...frequencies.keys()].filter((symbol) => frequencies[symbol]! > 0),
  );
  const codes = canonicalCodes({ counts, symbols });
  const kraftSum = codes.reduce((sum, { length }) => sum + 2 ** -length, 0);
  expect(kraftSum).toBeLessThan(1);
  for (const { code, length } of codes) expect(code).toBeLessThan(2 ** length - 1);
  const met = codes.map(({ symbol }) => frequencies[symbol]!);
  expect(met).toEqual(met.toSorted((a, b) => b - a));
}

describe("optimal Huffman table: from given frequencies", () => {
  test("codes what occurs, no longer than 16 bits, none of ones alone, the frequent no longer than the rare", () => {
    fc.assert(fc.property(anyFrequencies, expectSound), { numRuns: 300 });
  });

  test.each([1, 2, 3, 15, 16, 17, 18, 30, 40])("so do %i weights of the deepest tree", (length) =>
    expectSound(fibonacci(length)),
  );

  test("takes as few bits as Huffman's method, where no code must be shortened", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 256 }), (list) => {
        const frequencies = Uint32Array.from([...list, 1]);
        const { bits, least, codes } = bitsOf(frequencies);
        const longest = codes.at(-1)!.length;
        if (longest >= MAX_CODE_BITS) return;
        compared++;
        // The code of ones alone is as long as the longest, or the one it left behind got shorter.
        expect([least - longest, least - longest - 1]).toContain(bits);
      }),
    );
    expect(compared).toBeGreaterThan(50);
  });

  test("shortening costs little", () => {
    const { bits, least } = bitsOf(fibonacci(30));
    expect(bits).toBeLessThan(least * 1.01);
  });
});
