import fc from "fast-check";
import { expect, test } from "vitest";
import { unstuff } from "../../../../src/jpeg-codec/huffman/stuffing.js";

const bytes = fc.array(fc.oneof(fc.constantFrom(0, 0xff), fc.nat(255)), { maxLength: 60 });

test("takes the zeros behind 0xFF out, and no others", () => {
  fc.assert(
    fc.property(bytes, fc.nat(9), (list, spare) => {
      const stuffed = Uint8Array.from(list.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));
      const plain = unstuff(stuffed, spare)!;
      expect(plain.length).toBe(list.length);
      expect(plain.bytes.length).toBeGreaterThanOrEqual(list.length + spare);
      expect([...plain.bytes.subarray(0, list.length)]).toEqual(list);
      expect(plain.bytes.subarray(list.length).every((byte) => byte === 0)).toBe(true);
    }),
  );
});

test.each([
  ["a restart marker", [1, 0xff, 0xd0, 2]],
  ["a marker behind a fill byte", [0xff, 0xff, 0xd9]],
  ["half a marker at the end", [1, 0xff]],
])("refuses %s", (_, list) => {
  expect(unstuff(Uint8Array.from(list), 0)).toBeUndefined();
});
