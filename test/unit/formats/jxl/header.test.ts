import { describe, expect, test } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { registry } from "../../../../src/formats/registry.js";
import { jxlBytes, jxlContainer, jxlExifBox, jxlHeader, jxlWithAlpha } from "../../../fixtures/bytes/jxl.js";
import { exifBytes } from "../../../fixtures/bytes/tiff.js";
import { ascii, zeros } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const mediaType = "image/jxl" as const;
/** 1600x1200 by height and ratio 4:3, as libjxl writes it. */
const size = [
  [0, 1],
  [1, 2],
  [1199, 13],
  [3, 3],
] as const;
const fields = (...bits: readonly (readonly [number, number])[]) => jxlHeader(...size, ...bits);

describe("JPEG XL header: as a file has it", () => {
  checkHeaders([
    [
      "a codestream with one extra channel, which may be alpha",
      jxlBytes(),
      { mediaType, width: 1600, height: 1200, orientation: 1, frames: "one", alpha: undefined },
    ],
    ["one that is transparent", jxlWithAlpha(), { width: 1600, height: 1200, alpha: undefined }],
    ["a container", jxlContainer(jxlBytes()), { mediaType, width: 1600, height: 1200 }],
    ["a codestream in two pieces", jxlContainer(jxlBytes(), { pieces: 2 }), { width: 1600, height: 1200 }],
    [
      "EXIF in front, which rotates nothing",
      jxlContainer(jxlBytes(), { before: [jxlExifBox(exifBytes({ orientation: 6 }))] }),
      { width: 1600, height: 1200, orientation: 1 },
    ],
    ["sides in eighths", jxlHeader([1, 1], [4, 5], [0, 3], [9, 5], [1, 1]), { width: 80, height: 40, alpha: false }],
    [
      "a side of few bits",
      jxlHeader([0, 1], [0, 2], [36, 9], [0, 3], [1, 2], [1000, 13], [1, 1]),
      { width: 1001, height: 37 },
    ],
    [
      "a claim of 2^30",
      jxlHeader([0, 1], [3, 2], [2 ** 30 - 1, 30], [1, 3], [1, 1]),
      { width: 2 ** 30, height: 2 ** 30 },
    ],
    ["every ratio: 16:9", jxlHeader([0, 1], [1, 2], [1079, 13], [5, 3], [1, 1]), { width: 1920, height: 1080 }],
    [
      "a quarter turn",
      fields([0, 1], [1, 1], [5, 3], [0, 3], [0, 1], [0, 2], [1, 1], [0, 2]),
      { width: 1200, height: 1600, orientation: 6, alpha: false },
    ],
    [
      "a size to be shown at",
      fields([0, 1], [1, 1], [0, 3], [1, 1], ...size, [0, 2], [0, 1], [0, 2], [1, 1], [1, 2]),
      { width: 1600, height: 1200, alpha: undefined },
    ],
    ["an animation", fields([0, 1], [1, 1], [0, 3], [0, 2], [1, 1]), { frames: "many", alpha: undefined }],
    ["floating point", fields([0, 1], [0, 1], [1, 1], [1, 2], [4, 4], [1, 1], [0, 2]), { alpha: false }],
  ]);
});

test("JPEG XL header: the signature alone is no picture", async () => {
  for (const bytes of [Uint8Array.of(0xff, 0x0a), jxlContainer(jxlBytes()).subarray(0, 40), jxlContainer(zeros(60))]) {
    expect(registry.sniff(bytes)).toBe(mediaType);
    expect(await inspect(bytes)).toBeUndefined();
  }
  expect(registry.sniff(ascii("\xff\x0b"))).toBeUndefined();
});

test("JPEG XL header: a truncated container is recognized by its boxes", async () => {
  const complete = jxlContainer(jxlBytes());
  const isTruncated = (bytes: typeof complete) =>
    registry.isTruncated(createByteReader(new Blob([bytes])), { mediaType });
  expect(await isTruncated(complete)).toBe(false);
  expect(await isTruncated(complete.slice(0, 300))).toBe(true);
  expect(await isTruncated(jxlBytes())).toBe(false);
});
