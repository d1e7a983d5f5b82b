import fc from "fast-check";
import { expect, test } from "vitest";
import { optimiseHuffman } from "../../../../src/jpeg-codec/huffman/optimise-huffman.js";
import { expectSamePicture, jpegOf, paints, patched } from "./pictures.js";

test("whatever byte is changed: the file itself, or one that shows the same", async () => {
  const files = await Promise.all([
    jpegOf({ width: 40, height: 24 }, paints.drawing),
    jpegOf({ width: 33, height: 17 }, paints.noise, { chromaSubsampling: "4:4:4" }),
    jpegOf({ width: 24, height: 40 }, paints.drawing, { grey: true }),
  ]);
  let recodings = 0;
  const change = fc.record({ file: fc.constantFrom(...files), place: fc.nat(999_999), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(change, async ({ file, place, byte }) => {
      const changed = patched(file, place % file.length, byte);
      const recoded = optimiseHuffman(changed);
      if (recoded === changed) return;
      recodings++;
      expect(recoded.length).toBeLessThan(changed.length);
      await expectSamePicture(changed, recoded, "none");
    }),
    { numRuns: 1000 },
  );
  // Or else nothing would have been compared.
  expect(recodings).toBeGreaterThan(50);
});

test("bytes of no meaning, behind the start of a picture", async () => {
  const file = await jpegOf({ width: 40, height: 24 }, paints.drawing);
  fc.assert(
    fc.property(fc.nat(file.length), fc.uint8Array({ maxLength: 400 }), (start, noise) => {
      const changed = Uint8Array.from([...file.subarray(0, start), ...noise, 0xff, 0xd9]);
      expect(optimiseHuffman(changed).length).toBeLessThanOrEqual(changed.length);
    }),
    { numRuns: 2000 },
  );
});
