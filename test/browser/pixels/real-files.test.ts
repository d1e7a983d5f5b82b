import { describe, expect, inject, test } from "vitest";
import type { MediaType, Orientation, Size } from "../../../src/shared/types.js";
import { encoded, encodeInAWorker } from "../../fixtures/canvas/encoders.js";
import { pixelsOf } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

const folder = inject("sharedFolder");

interface RealFile {
  path: string;
  mediaType: MediaType;
  source: Size;
  orientation?: Orientation;
  target: Size;
}
const FILES: RealFile[] = [
  {
    path: "photos/seeding_16mp.jpg",
    mediaType: "image/jpeg",
    source: { width: 5312, height: 2988 },
    target: { width: 1280, height: 720 },
  },
  {
    path: "photos/wallpaper_9mp.png",
    mediaType: "image/png",
    source: { width: 3840, height: 2400 },
    target: { width: 1280, height: 800 },
  },
  {
    path: "corpus/avif/large_1920x1080.avif",
    mediaType: "image/avif",
    source: { width: 1920, height: 1080 },
    target: { width: 1280, height: 720 },
  },
  {
    path: "corpus/webp/icc_1200x800_exiv2-bug1199.webp",
    mediaType: "image/webp",
    source: { width: 1200, height: 800 },
    target: { width: 600, height: 400 },
  },
  {
    path: "corpus/exif-orientation/portrait_7.jpg",
    mediaType: "image/jpeg",
    source: { width: 50, height: 70 },
    orientation: 7,
    target: { width: 25, height: 35 },
  },
];

/** The browser's own idea of the small picture: coarser than ours, but of the same thing the same way up. */
async function roughly(file: Blob, { width, height }: Size): Promise<ImageData> {
  const bitmap = await createImageBitmap(file);
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("no 2D context");
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

describe.skipIf(folder === "")("real files, from the shared folder beside the project", () => {
  test.each(FILES)("$path", async ({ path, target, ...about }) => {
    const response = await fetch(`/@fs${folder}/${path}`);
    const file = new Blob([await response.arrayBuffer()], { type: about.mediaType });
    const outcome = await encoded(encodeInAWorker, jobFor(file, { ...about, target }));
    const pixels = await pixelsOf(outcome.blob);
    expect([pixels.width, pixels.height]).toEqual([target.width, target.height]);
    const rough = await roughly(file, target);
    const apart = pixels.data.reduce((sum, level, at) => sum + Math.abs(level - rough.data[at]!), 0);
    expect(apart / pixels.data.length).toBeLessThan(8);
  });
});
