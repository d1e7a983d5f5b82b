import { describe, expect, test } from "vitest";
import { codedJpeg, type CodedJpeg, decodedByTheBook } from "../../../fixtures/reference/coded-jpeg.js";
import { apart, decode } from "./decode.js";

/** The same number each time for the same question, between 0 and 1. */
const chance = (...of: number[]) =>
  (of.reduce((hash, number) => Math.imul(hash ^ (number + 0x9e3779b9), 0x85ebca6b) ^ (hash >>> 13), 0x12345) >>> 8) /
  2 ** 24;

type Kind = "flat" | "smooth" | "busy" | "extreme";

/** Coefficients as photos have them, few and falling; or as many as there can be. */
function blocks(kind: Kind, component: number) {
  return (column: number, row: number) =>
    Array.from({ length: 64 }, (_, at) => {
      const random = chance(column, row, component, at);
      if (at === 0) return Math.round((random - 0.5) * (component === 0 ? 100 : 40));
      const frequency = (at & 7) + (at >> 3);
      if (kind === "flat") return 0;
      if (kind === "smooth") return frequency <= 3 && random < 0.5 ? Math.round((random - 0.25) * 30) : 0;
      if (kind === "busy") return random < 0.4 ? Math.round(((random - 0.2) * 60) / frequency) : 0;
      return random < 0.02 ? Math.round((random - 0.01) * 90_000) : 0;
    });
}

const quantization = (least: number) => Array.from({ length: 64 }, (_, at) => least + (at & 7) + (at >> 3));

function picture(sampling: [across: number, down: number][], kind: Kind, more: Partial<CodedJpeg> = {}): CodedJpeg {
  const components = sampling.map(([across, down], n) => ({
    across,
    down,
    quantization: quantization(kind === "extreme" ? 1 : 5 + n),
    blockAt: blocks(kind, n),
  }));
  return { width: 53, height: 41, components, ...more };
}

const SAMPLINGS: Record<string, [number, number][]> = {
  grey: [[1, 1]],
  "grey, as if sampled": [[2, 2]],
  "4:4:4": [
    [1, 1],
    [1, 1],
    [1, 1],
  ],
  "4:2:2": [
    [2, 1],
    [1, 1],
    [1, 1],
  ],
  "4:2:0": [
    [2, 2],
    [1, 1],
    [1, 1],
  ],
  "4:4:0": [
    [1, 2],
    [1, 1],
    [1, 1],
  ],
  "4:1:1": [
    [4, 1],
    [1, 1],
    [1, 1],
  ],
  "4:2:0, of one chroma only": [
    [2, 2],
    [2, 1],
    [1, 1],
  ],
};
const FULL = [1, 2, 3, 4, 5, 6, 7, 8];

async function expectByTheBook(coded: CodedJpeg, eighths: number, stripRows?: number): Promise<void> {
  const expected = decodedByTheBook(coded, eighths);
  const decoded = await decode(codedJpeg(coded), eighths, stripRows);
  expect(decoded).toMatchObject({ width: expected.width, height: expected.height });
  const { most, mean } = apart(decoded!.pixels, expected.pixels);
  // A component close to a half may be rounded the other way, luma together with one of blue, which counts nearly twice.
  expect(most).toBeLessThanOrEqual(3);
  // At an eighth of the size every eighth mean is a half exactly.
  expect(mean).toBeLessThanOrEqual(eighths === 1 || decoded!.pixels.length < 4_000 ? 0.5 : 0.15);
}

describe.each(Object.keys(SAMPLINGS))("JPEG decoder: %s", (sampling) => {
  test.each(FULL)("at %i eighths, as the definition has it", async (eighths) => {
    // Four times as many pixels as a transform can make.
    if (sampling === "4:1:1" && eighths > 4)
      return expect(await decode(codedJpeg(picture(SAMPLINGS[sampling]!, "busy")), eighths)).toBeUndefined();
    for (const kind of ["flat", "smooth", "busy"] as const)
      await expectByTheBook(picture(SAMPLINGS[sampling]!, kind), eighths);
  });

  test("with restart markers", async () => {
    for (const restartInterval of [1, 3, 8])
      await expectByTheBook(picture(SAMPLINGS[sampling]!, "busy", { restartInterval }), 4);
  });
});

test("JPEG decoder: the largest coefficients", async () => {
  // Sums of them leave the range of levels by far; what is clamped on the way is clamped in the end.
  const coded = picture(SAMPLINGS["4:4:4"]!, "extreme");
  for (const eighths of FULL) {
    const { pixels } = (await decode(codedJpeg(coded), eighths))!;
    expect(apart(pixels, decodedByTheBook(coded, eighths).pixels).mean).toBeLessThan(3);
  }
});

test("JPEG decoder: the longest codes, quantization steps of 16 bits, extended frames", async () => {
  await expectByTheBook(picture(SAMPLINGS["4:2:0"]!, "busy", { codeBits: 16 }), 5);
  const coded = picture(SAMPLINGS["4:2:0"]!, "smooth", { sof: 0xc1 });
  coded.components[0]!.quantization[9] = 300;
  await expectByTheBook(coded, 8);
});

test.each([
  { width: 8, height: 8 },
  { width: 1, height: 70 },
  { width: 70, height: 1 },
  { width: 16, height: 16 },
  { width: 17, height: 15 },
  { width: 200, height: 9 },
])("JPEG decoder: $width x $height", async (size) => {
  for (const eighths of [1, 3, 4, 8]) await expectByTheBook(picture(SAMPLINGS["4:2:0"]!, "busy", size), eighths);
});

test.each([2, 6, 16, 30])("JPEG decoder: in strips of %i rows the same", async (stripRows) => {
  const file = codedJpeg(picture(SAMPLINGS["4:2:0"]!, "busy"));
  for (const eighths of [3, 8]) expect(await decode(file, eighths, stripRows)).toEqual(await decode(file, eighths));
});

test("JPEG decoder: more data than is looked at in one go, with and without restart markers", async () => {
  const large = { width: 450, height: 440, codeBits: 16 } as const;
  for (const more of [large, { ...large, restartInterval: 29 }]) {
    const coded = picture(SAMPLINGS["4:4:4"]!, "busy", more);
    expect(codedJpeg(coded).length).toBeGreaterThan(3 * 131_072);
    await expectByTheBook(coded, 2);
  }
});

test("JPEG decoder: one picture after another, larger and smaller, whatever tables the last one had", async () => {
  const files = [
    picture(SAMPLINGS["4:2:0"]!, "busy", { width: 300, height: 200 }),
    picture(SAMPLINGS.grey!, "smooth"),
    picture(SAMPLINGS["4:2:2"]!, "flat", { codeBits: 16 }),
  ];
  for (const coded of [...files, ...files.toReversed()]) await expectByTheBook(coded, 4);
});
