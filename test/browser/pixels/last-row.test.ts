/** Lenient decoders leave rows as they were if a PNG has no more of them: this must be noticed in the last one, at any size. */
import { expect, test } from "vitest";
import { commands } from "vitest/browser";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import type { Size } from "../../../src/shared/types.js";
import { PLACES } from "../../fixtures/canvas/encoders.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { blobOf } from "../corpus/prepare-file.js";

const files = new Map((await commands.makeHostileFiles()).map(({ name, base64 }) => [name, base64]));
const small = { width: 240, height: 160 };
const large = { width: 1600, height: 1200 };
const larger = { width: 3000, height: 2000 };

async function jobOf(name: string, source: Size, shrink: number): Promise<EncodeJob> {
  const file = await blobOf(files.get(name)!);
  return jobFor(file, {
    mediaType: "image/png",
    source,
    target: { width: source.width / shrink, height: source.height / shrink },
  });
}

const CUT: readonly (readonly [name: string, source: Size])[] = [
  ["png: one row less than its header says", small],
  ["png: half its rows in a sound stream", small],
  ["png: half its data, but an end chunk", small],
  ["png: bits flipped in the data, checksum right", small],
  ["png: 2 megapixels, two rows less than its header says", large],
  ["png: 6 megapixels, four rows less than its header says", larger],
];

for (const { place, encode } of PLACES) {
  test.each(CUT.flatMap(([name, source]) => [1, 2, 10].map((shrink) => [name, shrink, source] as const)))(
    `last row: in the ${place}: %s, a %i-th of its size`,
    async (name, shrink, source) => {
      const outcome = await encode(await jobOf(name, source, shrink));
      expect(outcome.status === "encoded" && outcome.isLastRowDrawn).toBe(false);
    },
  );

  test.each([1, 2, 10])(`last row: in the ${place}: a complete one, a %i-th of its size`, async (shrink) => {
    const outcome = await encode(await jobOf("png: HTML behind the end", small, shrink));
    expect(outcome).toMatchObject({ status: "encoded", isLastRowDrawn: true });
  });
}
