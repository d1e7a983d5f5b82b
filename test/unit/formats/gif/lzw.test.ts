import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import { walkLzw } from "../../../../src/formats/gif/lzw.js";
import { packBits } from "../../../fixtures/bytes/write.js";

/** A code size, one chain of blocks, its end. */
const frame = (codeSize: number, codes: readonly (readonly [number, number])[]): Uint8Array => {
  const data = packBits(codes);
  return Uint8Array.of(codeSize, data.length, ...data, 0);
};

/** Two bits a pixel: 4 clears, 5 ends, 6 is the first that is defined on the way. */
test.each<[string, Uint8Array, number, string | undefined]>([
  [
    "clear, four pixels, end",
    frame(2, [
      [4, 3],
      [1, 3],
      [1, 3],
      [1, 3],
      [1, 4],
      [5, 4],
    ]),
    4,
    undefined,
  ],
  [
    "the same, one pixel short",
    frame(2, [
      [4, 3],
      [1, 3],
      [1, 3],
      [1, 3],
      [5, 4],
    ]),
    4,
    "truncated",
  ],
  [
    "no end code, but enough",
    frame(2, [
      [4, 3],
      [1, 3],
      [1, 3],
    ]),
    2,
    undefined,
  ],
  [
    "a code that stands for two pixels",
    frame(2, [
      [4, 3],
      [1, 3],
      [6, 3],
      [5, 4],
    ]),
    3,
    undefined,
  ],
  [
    "a code that is not defined yet",
    frame(2, [
      [4, 3],
      [1, 3],
      [7, 3],
      [5, 4],
    ]),
    3,
    "damaged",
  ],
  [
    "an undefined code right after the clear",
    frame(2, [
      [4, 3],
      [6, 3],
    ]),
    3,
    "damaged",
  ],
  [
    "end at once",
    frame(2, [
      [4, 3],
      [5, 3],
    ]),
    1,
    "truncated",
  ],
  ["nothing", Uint8Array.of(2, 0), 67_000_000, "truncated"],
  ["code size 0", frame(0, []), 1, "damaged"],
  ["code size 12", frame(12, []), 1, "damaged"],
])("GIF LZW: %s", (_, data, pixels, kind) => {
  expect(walkLzw(data, pixels)?.kind).toBe(kind);
});

/** Colours 1 and 3, then the two of them again as one code. */
const colourful = frame(2, [
  [4, 3],
  [1, 3],
  [3, 3],
  [6, 3],
  [5, 4],
]);

test.each([
  ["as many as it asks for", { colours: 4 }, undefined],
  ["one too few", { colours: 3 }, "damaged"],
  ["one too few, which stands for nothing", { colours: 3, transparent: 3 }, undefined],
  ["one too few, another stands for nothing", { colours: 3, transparent: 0 }, "damaged"],
])("GIF LZW: colours in the table: %s", (_, palette, kind) => {
  expect(walkLzw(colourful, 4, palette)?.kind).toBe(kind);
});

describe("GIF LZW: a real frame", () => {
  it("holds all of its pixels, and not one more than that", async () => {
    const [width, height] = [211, 97];
    const noise = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7_919) >> 3);
    const gif = await sharp(noise, { raw: { width, height, channels: 3 } })
      .gif({ effort: 1 })
      .toBuffer();
    let at = 13 + 3 * 2 ** ((gif[10]! & 7) + 1);
    while (gif[at] === 0x21)
      for (at += 2; ; at += gif[at]! + 1)
        if (gif[at] === 0) {
          at++;
          break;
        }
    const table = gif[at + 9]! & 0x80 ? 3 * 2 ** ((gif[at + 9]! & 7) + 1) : 0;
    const data = new Uint8Array(gif.subarray(at + 10 + table));
    expect(walkLzw(data, width * height)).toBeUndefined();
    expect(walkLzw(data, width * height + 1)?.kind).toBe("truncated");
  });
});
