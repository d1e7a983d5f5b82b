import { expect, test } from "vitest";
import { actlChunk, pngBytes, pngChunk, pngHeaderBytes } from "../../../fixtures/bytes/png.js";
import { exifBytes } from "../../../fixtures/bytes/tiff.js";
import { type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { mediaType: "image/png", width: 4, height: 3, orientation: 1, frames: "one", alpha: false } as const;
/** In front of the end chunk, which is 12 bytes long. */
const behindPixels = (chunk: Bytes) => join(pngBytes().slice(0, -12), chunk, pngBytes().slice(-12));
const exif = pngChunk("eXIf", exifBytes({ orientation: 8 }));
checkHeaders([
  ["RGB", pngBytes(), size],
  ["grey", pngBytes({ colourType: 0 }), size],
  ["palette", pngBytes({ colourType: 3 }), size],
  ["grey with alpha", pngBytes({ colourType: 4 }), { ...size, alpha: true }],
  ["RGBA", pngBytes({ colourType: 6 }), { ...size, alpha: true }],
  ["a transparent colour", pngBytes({ chunks: [pngChunk("tRNS", zeros(6))] }), { ...size, alpha: true }],
  ["EXIF orientation", pngBytes({ chunks: [exif] }), { ...size, width: 3, height: 4, orientation: 8 }],
  ["EXIF behind the pixels, which no browser reads", behindPixels(exif), size],
  ["an animation", pngBytes({ chunks: [actlChunk(5)] }), { ...size, frames: "many" }],
  ["an animation of one frame", pngBytes({ chunks: [actlChunk(1)] }), size],
  ["an animation header behind the pixels (T25)", behindPixels(actlChunk(5)), size],
  [
    "a chunk of 300 KB in front of the animation header",
    pngBytes({ chunks: [pngChunk("iTXt", zeros(300_000)), actlChunk(5)] }),
    { ...size, frames: "many" },
  ],
  ["a claim of 60000x60000 (T24)", pngHeaderBytes(60_000, 60_000), { width: 60_000, height: 60_000 }],
  [
    "the largest legal claim",
    pngHeaderBytes(2_147_483_647, 2_147_483_647),
    { width: 2_147_483_647, height: 2_147_483_647 },
  ],
]);
test("PNG header: a signature alone, or a chunk in front of the header, is undefined", async () => {
  expect(await inspect(pngBytes().slice(0, 8))).toBeUndefined();
  expect(await inspect(join(pngBytes().slice(0, 8), pngChunk("tEXt", zeros(4)), pngBytes().slice(8)))).toBeUndefined();
  expect(await inspect(pngHeaderBytes(0, 5))).toBeUndefined();
});
