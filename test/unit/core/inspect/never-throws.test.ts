import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { inspectImage } from "../../../../src/core/inspect/inspect-image.js";
import { mediaTypeOf } from "../../../../src/core/inspect/media-type.js";
import { stripMetadata } from "../../../../src/core/strip-metadata.js";
import { isTruncated } from "../../../../src/core/truncation.js";
import { allFormats } from "../../../fixtures/bytes/all-formats.js";
import { type Bytes, join } from "../../../fixtures/bytes/write.js";

type Mutation = (bytes: Bytes) => Bytes;

/** `place` is a share of the length, so that one mutation fits files of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Bytes, share: number) => Math.floor(share * bytes.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([share, value]): Mutation => (bytes) => {
    const flipped = bytes.slice();
    if (flipped.length > 0) flipped[Math.min(at(bytes, share), flipped.length - 1)] = value;
    return flipped;
  }),
  place.map(
    (share): Mutation =>
      (bytes) =>
        bytes.slice(0, at(bytes, share)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        join(bytes.subarray(0, at(bytes, from)), bytes.subarray(at(bytes, to))),
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 12 })).map(
    ([share, extra]): Mutation =>
      (bytes) =>
        join(bytes.subarray(0, at(bytes, share)), extra, bytes.subarray(at(bytes, share))),
  ),
);

async function examine(bytes: Bytes): Promise<void> {
  const blob = new Blob([bytes]);
  const header = await inspectImage(blob);
  if (header) {
    expect(header.mediaType).toBe(mediaTypeOf(bytes));
    const least = header.mediaType === "image/svg+xml" ? 0 : 1;
    expect(Math.min(header.width, header.height)).toBeGreaterThanOrEqual(least);
    expect(Number.isSafeInteger(header.width) && Number.isSafeInteger(header.height)).toBe(true);
    expect(typeof (await isTruncated(blob, header))).toBe("boolean");
  }
  const mediaType = mediaTypeOf(bytes);
  const stripped = mediaType && stripMetadata(bytes, mediaType);
  if (stripped) {
    // What has been cut once has nothing left to cut.
    expect(stripMetadata(stripped.bytes, mediaType)?.removed).toEqual([]);
    expect(stripped.bytes.length).toBeLessThanOrEqual(bytes.length + 1);
  }
}

/** On a busy machine hundreds of runs take longer than a test is given by default. */
vi.setConfig({ testTimeout: 60_000 });

const runs = { seed: 20_261_120, numRuns: 300 };

test("random bytes throw nowhere", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => examine(join(bytes))),
    runs,
  );
});

test("random bytes behind each signature throw nowhere", async () => {
  const starts = Object.values(allFormats()).map((bytes) => bytes.subarray(0, 16));
  const file = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
  await fc.assert(
    fc.asyncProperty(file, ([start, rest]) => examine(join(start, rest))),
    runs,
  );
});

test.each(Object.entries(allFormats()))("a damaged %s throws nowhere", async (_, bytes) => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
  const damaged = (list: Mutation[]) => list.reduce((file, mutate) => mutate(file), bytes);
  await fc.assert(
    fc.asyncProperty(mutations, (list) => examine(damaged(list))),
    runs,
  );
});
