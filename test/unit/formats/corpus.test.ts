import { describe, expect, test } from "vitest";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { hasSharedFiles, orSkipped, sharedFiles, type SharedFile } from "./shared-files.js";

/** "type WxH orientation frames", or "undefined". Where ours differs from the manifest's, and why that is right. */
const DEVIATIONS: Readonly<Record<string, readonly [ours: string, why: string]>> = {
  "exif-orientation/hopper_orientation_6.webp": ["image/webp 128x128 1 one", "no browser rotates a WebP by its EXIF"],
  "exif-orientation/exif_imagemagick_orientation.png": [
    "image/png 512x512 1 one",
    "EXIF in a text chunk rotates nothing in browsers",
  ],
  "exif-orientation/rotated090.avif": ["image/avif 480x160 8 one", "irot as an EXIF number; the manifest has none"],
  "avif/anim_4frames.avif": ["image/avif 64x48 1 many", "the manifest does not count its frames"],
  "svg/no-size.svg": ["image/svg+xml 0x0 1 one", "0x0: the file states no size"],
  "svg/xinclude-recursion.svg": ["image/svg+xml 0x0 1 one", "0x0: the file states no size"],
  "svg/x_corrupt.svg": ["image/svg+xml 40x5 1 one", "the root element is whole, the damage is behind it"],
  "ico/cursor_deerstalker.cur": ["image/vnd.microsoft.icon 32x32 1 one", "one media type for icons and cursors"],
};

/** What the manifest calls them; none is an image we know. */
const NO_IMAGES = ["application/pdf", "application/octet-stream", "inode/x-empty", "text/plain"];

const describeHeader = async (file: SharedFile): Promise<string> => {
  const header = await inspectImage(new Blob([file.read()]));
  return header
    ? `${header.mediaType} ${header.width}x${header.height} ${header.orientation} ${header.frames}`
    : "undefined";
};

function manifestSays({ mediaType, displayWidth, displayHeight, orientation, frames }: SharedFile): string {
  if (NO_IMAGES.includes(mediaType) || displayWidth === null) return "undefined";
  return `${mediaType} ${displayWidth}x${displayHeight} ${orientation ?? 1} ${(frames ?? 1) > 1 ? "many" : "one"}`;
}

describe.skipIf(!hasSharedFiles)(`inspectImage: the shared pictures${orSkipped}`, () => {
  test.each(sharedFiles.map((file) => [file.file, file] as const))("%s", async (name, file) => {
    const [ours, why] = DEVIATIONS[name] ?? [manifestSays(file), undefined];
    expect(await describeHeader(file), why).toBe(ours);
    if (why) expect(ours, "a deviation that is none").not.toBe(manifestSays(file));
  });

  test("every deviation names an existing file", () => {
    const names = new Set(sharedFiles.map(({ file }) => file));
    expect(Object.keys(DEVIATIONS).filter((name) => !names.has(name))).toEqual([]);
  });
});
