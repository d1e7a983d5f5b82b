/** Our own JPEG decoder: it trusts no byte of a file, and what one file holds never shows in the next. */
import fc from "fast-check";
import { loadDecoder } from "../../../src/jpeg-codec/jpeg-codec.js";
import { codedData } from "../../fixtures/bytes/coded-data.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { codedJpeg } from "../../fixtures/reference/coded-jpeg.js";
import { type FuzzTarget, must } from "../fuzz-target.js";
import { damagedOf } from "../mutations.js";

const STRIP_ROWS = 16;

function sound(sampling: [across: number, down: number][], restartInterval: number, codeBits: 8 | 16): Bytes {
  const blockAt = (column: number, row: number) =>
    Array.from({ length: 64 }, (_, at) =>
      (column * 31 + row * 17 + at * 7) % 11 === 0 ? ((column + row + at) % 15) - 7 : 0,
    );
  return codedJpeg({
    width: 60,
    height: 40,
    restartInterval,
    codeBits,
    components: sampling.map(([across, down]) => ({
      across,
      down,
      quantization: new Array<number>(64).fill(9),
      blockAt,
    })),
  });
}

const SOUND = [
  sound([[1, 1]], 0, 8),
  sound(
    [
      [2, 2],
      [1, 1],
      [1, 1],
    ],
    0,
    8,
  ),
  sound(
    [
      [2, 1],
      [1, 1],
      [1, 1],
    ],
    2,
    16,
  ),
  sound(
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    5,
    8,
  ),
];

/** All of a picture's bytes, added up; `undefined`: left to others, or damaged. */
async function sumOf(file: Bytes, eighths: number): Promise<number | undefined> {
  const jpeg = await (await loadDecoder()).open(codedData(file));
  const decoded = jpeg?.decode(eighths);
  if (!decoded) return undefined;
  const { width, height } = decoded;
  const strip = new Uint8ClampedArray(width * STRIP_ROWS * 4);
  let sum = 0;
  try {
    for (let y = 0; y < height; y += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - y);
      await decoded.next(rows, strip);
      for (const level of strip.subarray(0, rows * width * 4)) sum += level;
    }
  } catch (cause) {
    must(
      cause instanceof Error && cause.message.includes("coded data"),
      () => `another end than damage: ${String(cause)}`,
    );
    return undefined;
  }
  return sum;
}

/** One after the other: the decoder has one memory. */
async function sumsOf(files: readonly Bytes[]): Promise<(number | undefined)[]> {
  const sums: (number | undefined)[] = [];
  for (const file of files) sums.push(await sumOf(file, 4));
  return sums;
}

const expectedSums = sumsOf(SOUND);

export const jpegDecoder: FuzzTarget = {
  name: "decodeRows",
  share: 30,
  property: () =>
    fc.asyncProperty(
      damagedOf(fc.constantFrom(...SOUND)),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(SOUND.length - 1),
      async (bytes, eighths, next) => {
        const sum = await sumOf(bytes, eighths);
        must(sum === undefined || sum >= 0, () => `a sum of ${sum}`);
        const expected = (await expectedSums)[next];
        must(
          expected !== undefined && (await sumOf(SOUND[next]!, 4)) === expected,
          () => "the next picture shows otherwise",
        );
      },
    ),
};
