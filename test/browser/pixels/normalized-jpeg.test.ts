/** A normalized JPEG is assembled from parts. Firefox makes no bitmap of a file whose first part is shorter than three bytes. */
import { expect, test } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { exifSegment } from "../../fixtures/bytes/jpeg.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";

test.each([1, 6] as const)(
  "normalize: a JPEG with two EXIF blocks, the first of orientation %i, is drawn by the first",
  async (orientation) => {
    const jpeg = await canvasFile({ width: 64, height: 48 }, quadrants);
    const [first, second] = [orientation, 3].map((value) => exifSegment({ orientation: value }));
    const file = new Blob([jpeg.slice(0, 2), first!, second!, jpeg.slice(2)], { type: "image/jpeg" });
    const header = await inspectImage(file);
    const reader = createByteReader(file);
    const normalized = await registry.normalize(reader, header!);
    const bitmap = await createImageBitmap(normalized!);
    expect([bitmap.width, bitmap.height]).toEqual(orientation === 6 ? [48, 64] : [64, 48]);
    bitmap.close();
  },
);
