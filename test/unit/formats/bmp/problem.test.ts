import { describe, expect, test } from "vitest";
import { kindOf, walkRuns } from "../../../../src/formats/bmp/problem.js";

describe("BMP problem: what the header allows", () => {
  test.each<[string, number, number, number, ReturnType<typeof kindOf>]>([
    ["24 bits", 40, 0, 24, "plain"],
    ["the oldest header, 1 bit", 12, 0, 1, "plain"],
    ["7 bits", 40, 0, 7, "damaged"],
    ["RLE8", 40, 1, 8, "rle8"],
    ["RLE8 with 24 bits", 40, 1, 24, "damaged"],
    ["RLE4", 124, 2, 4, "rle4"],
    ["masks of 16 bits", 40, 3, 16, "plain"],
    ["masks of 32 bits with alpha", 56, 6, 32, "plain"],
    ["masks of 24 bits", 40, 3, 24, "damaged"],
    ["OS/2 Huffman", 64, 3, 1, "unsupported"],
    ["OS/2 RLE24, of which WebKitGTK dies", 64, 4, 24, "unsupported"],
    ["a JPEG inside", 40, 4, 0, "unsupported"],
    ["a PNG inside", 124, 5, 0, "unsupported"],
    ["compression 99", 40, 99, 24, "damaged"],
  ])("%s", (_, headerBytes, compression, bitsPerPixel, kind) => {
    expect(kindOf({ headerBytes, compression, bitsPerPixel, width: 1, height: 1, pixelsStart: 0, alphaMask: 0 })).toBe(
      kind,
    );
  });
});

describe("BMP problem: runs in a picture of 4x2", () => {
  test.each<[string, number[], string | undefined]>([
    ["two runs, two line ends, an end", [4, 9, 0, 0, 4, 9, 0, 0, 0, 1], undefined],
    ["no end mark behind the last row", [4, 9, 0, 0, 4, 9], undefined],
    ["rows that end early", [1, 9, 0, 0, 1, 9, 0, 1], undefined],
    ["literal pixels, padded", [0, 3, 1, 2, 3, 0, 1, 9, 0, 0, 4, 9, 0, 1], undefined],
    ["a jump inside", [1, 9, 0, 2, 1, 1, 2, 9, 0, 1], undefined],
    ["one row missing", [4, 9, 0, 0], "truncated"],
    ["nothing drawn", [0, 1], "truncated"],
    ["nothing at all", [], "truncated"],
    ["a run over the end of its row", [5, 9, 0, 1], "damaged"],
    ["literal pixels over the end of the row", [2, 9, 0, 3, 1, 2, 3, 0], "damaged"],
    ["a third row", [4, 9, 0, 0, 4, 9, 0, 0, 1, 9], "damaged"],
    ["a jump out of the picture", [0, 2, 9, 0, 0, 1], "damaged"],
  ])("%s", (_, data, kind) => {
    expect(walkRuns(Uint8Array.from(data), { width: 4, height: 2 }, false)?.kind).toBe(kind);
  });

  test("half bytes: an odd row may be rounded up, by one pixel", () => {
    expect(walkRuns(Uint8Array.of(6, 0x11, 0, 0, 6, 0x11, 0, 1), { width: 5, height: 2 }, true)).toBeUndefined();
    expect(walkRuns(Uint8Array.of(7, 0x11, 0, 0, 6, 0x11, 0, 1), { width: 5, height: 2 }, true)?.kind).toBe("damaged");
  });

  test("half bytes: five literal pixels take three bytes and one of padding", () => {
    const data = Uint8Array.of(0, 5, 0x12, 0x34, 0x50, 0, 0, 0, 5, 0x11, 0, 1);
    expect(walkRuns(data, { width: 5, height: 2 }, true)).toBeUndefined();
  });
});
