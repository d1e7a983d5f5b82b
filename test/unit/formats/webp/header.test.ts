import { expect, test } from "vitest";
import { exifBytes } from "../../../fixtures/bytes/tiff.js";
import { animatedWebpHeaderBytes, lossyWebpHeaderBytes, webpBytes, webpChunk } from "../../../fixtures/bytes/webp.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { mediaType: "image/webp", width: 7, height: 5, orientation: 1, frames: "one", alpha: false } as const;
const exif = [webpChunk("EXIF", exifBytes({ orientation: 6 }))];
checkHeaders([
  ["lossless", webpBytes(), size],
  ["lossless with alpha", webpBytes({ alpha: true }), { ...size, alpha: true }],
  ["lossless, largest", webpBytes({ width: 16_384, height: 16_384 }), { ...size, width: 16_384, height: 16_384 }],
  ["lossy", lossyWebpHeaderBytes(300, 200), { ...size, width: 300, height: 200 }],
  ["extended", webpBytes({ flags: 0 }), size],
  ["extended with alpha", webpBytes({ flags: 0x10 }), { ...size, alpha: true }],
  ["animated (T25)", animatedWebpHeaderBytes(70_000, 50), { ...size, width: 70_000, height: 50, frames: "many" }],
  ["EXIF orientation, which no browser applies", webpBytes({ flags: 0x08, chunks: exif }), size],
]);
test("readWebp: undefined for a truncated header", async () => {
  expect(await inspect(webpBytes().slice(0, 20))).toBeUndefined();
});
