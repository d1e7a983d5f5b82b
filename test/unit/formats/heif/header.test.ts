import { expect, test } from "vitest";
import { heifBytes, heifSequenceBytes } from "../../../fixtures/bytes/heif.js";
import { join } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { width: 8, height: 6, orientation: 1, frames: "one", alpha: false } as const;
const brands = (...list: string[]) => heifBytes({ brands: list });
checkHeaders([
  ["avif", brands("avif", "mif1"), { ...size, mediaType: "image/avif" }],
  [
    "avif under a brand that leaves the codec open",
    brands("mif1", "mif1", "avif", "miaf"),
    { ...size, mediaType: "image/avif" },
  ],
  ["heic", brands("heic", "mif1"), { ...size, mediaType: "image/heic" }],
  [
    "heic under a brand that leaves the codec open",
    brands("mif1", "mif1", "heic"),
    { ...size, mediaType: "image/heic" },
  ],
  ["heif of unsaid codec", brands("mif1", "mif1", "heif"), { ...size, mediaType: "image/heif", alpha: undefined }],
  [
    "alpha in a hidden picture",
    heifBytes({ brands: ["avif"], alpha: true }),
    { ...size, mediaType: "image/avif", alpha: true },
  ],
  ["the whole picture's size, not a tile's", heifBytes({ tiled: true }), size],
  ["a quarter turn clockwise, as iPhones write it", heifBytes({ irot: 3 }), { width: 6, height: 8, orientation: 6 }],
  ["a quarter turn anti-clockwise", heifBytes({ irot: 1 }), { width: 6, height: 8, orientation: 8 }],
  ["a half turn", heifBytes({ irot: 2 }), { ...size, orientation: 3 }],
  ["left and right exchanged", heifBytes({ imir: 1 }), { ...size, orientation: 2 }],
  ["top and bottom exchanged", heifBytes({ imir: 0 }), { ...size, orientation: 4 }],
  ["rotated, then mirrored", heifBytes({ irot: 1, imir: 0 }), { width: 6, height: 8, orientation: 5 }],
  ["a meta box far into the file", heifBytes({ padBytes: 300_000, irot: 3 }), { width: 6, height: 8 }],
  ["an AVIF sequence", brands("avis", "avif"), { ...size, mediaType: "image/avif", frames: "many", alpha: undefined }],
  [
    "a sequence larger than its still, which decoders take",
    join(heifBytes({ brands: ["avis", "avif"] }), heifSequenceBytes(640, 480).slice(20)),
    { width: 640, height: 480, mediaType: "image/avif", frames: "many" },
  ],
  [
    "a still in front of a larger sequence, which decoders take",
    join(heifBytes({ brands: ["avif", "mif1"] }), heifSequenceBytes(640, 480).slice(20)),
    { ...size, mediaType: "image/avif", frames: "many", alpha: undefined },
  ],
  [
    "a sequence without a still",
    heifSequenceBytes(64, 48),
    { width: 64, height: 48, mediaType: "image/heic", frames: "many" },
  ],
]);
test("HEIF header: a video in the same container is undefined", async () => {
  expect(await inspect(brands("isom", "isom", "mp42"))).toBeUndefined();
});
