import { expect, test, vi } from "vitest";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import type { ImageHeader } from "../../../../src/shared/types.js";
import { exifSegment, jfifSegment, jpegBytes, jpegSegment, mpfSegment } from "../../../fixtures/bytes/jpeg.js";
import { ascii, join, u16be, zeros } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const far = (bytes: number) => jpegSegment(0xe5, zeros(bytes));
const size = { mediaType: "image/jpeg", width: 40, height: 24, orientation: 1, frames: "one", alpha: false } as const;
const jpeg = (options: Parameters<typeof jpegBytes>[0] = {}) => jpegBytes({ width: 40, height: 24, ...options });
const sofs = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
checkHeaders(sofs.map((sof) => [`start of frame 0x${sof.toString(16)}`, jpeg({ sof }), size] as const));
checkHeaders(
  [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => {
    const upright = orientation > 4 ? { width: 24, height: 40 } : { width: 40, height: 24 };
    const bytes = jpeg({ segments: [exifSegment({ orientation, bigEndian: orientation % 2 === 0 })] });
    return [
      `EXIF orientation ${orientation}`,
      bytes,
      { ...size, ...upright, orientation } as Partial<ImageHeader>,
    ] as const;
  }),
);
const rotated = { ...size, width: 24, height: 40, orientation: 6 } as const;
const badOffset = jpegSegment(0xe1, join("Exif\0\0", "II*\0", Uint8Array.of(0xff, 0xff, 0xff, 0x7f), zeros(8)));
const longOrientation = exifSegment({ orientation: 6 }).map((byte, at) => (at === 22 ? 4 : byte));
checkHeaders([
  [
    "EXIF behind other segments",
    jpeg({ segments: [jfifSegment(), far(300), exifSegment({ orientation: 6 })] }),
    rotated,
  ],
  [
    "EXIF behind XMP in another APP1",
    jpeg({
      segments: [jpegSegment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x/>")), exifSegment({ orientation: 6 })],
    }),
    rotated,
  ],
  ["a directory outside the file", jpeg({ segments: [badOffset] }), size],
  ["an orientation of another type than SHORT", jpeg({ segments: [longOrientation] }), size],
  ["an orientation of 9", jpeg({ segments: [exifSegment({ orientation: 9 })] }), size],
  [
    "stray bytes between segments",
    jpeg({ segments: [far(4), Uint8Array.of(1, 2, 0xff, 0, 3), exifSegment({ orientation: 6 })] }),
    rotated,
  ],
  [
    "fill bytes in front of a marker",
    jpeg({ segments: [Uint8Array.of(0xff, 0xff, 0xff), exifSegment({ orientation: 6 })] }),
    rotated,
  ],
  ["a list of two pictures", jpeg({ segments: [mpfSegment(2)] }), { ...size, frames: "many" }],
  ["a list of one picture", jpeg({ segments: [mpfSegment(1)] }), size],
  ["a size behind 700 KB of metadata", jpeg({ segments: Array.from({ length: 11 }, () => far(65_000)) }), size],
]);
test.each([0xc4, 0xc8, 0xcc])("JPEG header: segment %i is a table, not a frame", async (marker) => {
  const table = jpegSegment(marker, join(8, u16be(999), u16be(999), 1, zeros(3)));
  expect(await inspect(jpeg({ segments: [table] }))).toMatchObject(size);
});

test("JPEG header: a marker across the border of two reads is seen, and stray bytes are not followed for ever", async () => {
  const behind = (strayBytes: number) =>
    inspect(jpeg({ segments: [jfifSegment(), zeros(strayBytes), exifSegment({ orientation: 6 })] }));
  const headBytes = 2 + jfifSegment().length;
  for (const strayBytes of [65_534, 65_535, 65_536, 65_537, 69_631]) {
    expect(await behind(strayBytes - headBytes), `${strayBytes}`).toMatchObject(rotated);
  }
  expect(await behind(1_000_000)).toBeUndefined();
});

test("JPEG header: jumps over metadata instead of reading it", async () => {
  const blob = new Blob([jpeg({ segments: Array.from({ length: 11 }, () => far(65_000)) })]);
  const slices = vi.spyOn(blob, "slice");
  await inspectImage(blob);
  const read = slices.mock.calls.reduce((total, [start = 0, end = 0]) => total + end - start, 0);
  expect(read).toBeLessThan(150_000);
});
test("JPEG header: costs one slice when the header is short, however large the file", async () => {
  const blob = new Blob([jpeg({ segments: [exifSegment({ orientation: 6 })], trailing: zeros(5_000_000) })]);
  const slices = vi.spyOn(blob, "slice");
  await inspectImage(blob);
  expect(slices.mock.calls).toEqual([[0, 65_536]]);
});
test("JPEG header: a header without a size is undefined", async () => {
  expect(await inspect(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toBeUndefined();
  expect(await inspect(join(Uint8Array.of(0xff, 0xd8), far(100), Uint8Array.of(0xff, 0xd9)))).toBeUndefined();
  expect(await inspect(jpeg({ height: 0 }))).toBeUndefined();
});
