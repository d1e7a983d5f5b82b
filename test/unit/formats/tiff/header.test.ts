import { expect, test } from "vitest";
import { tiffBytes } from "../../../fixtures/bytes/tiff.js";
import { join, zeros } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { mediaType: "image/tiff", width: 3, height: 2, orientation: 1, frames: "one", alpha: false } as const;
checkHeaders([
  ["little-endian", tiffBytes(), size],
  ["big-endian", tiffBytes({ bigEndian: true }), size],
  ["orientation", tiffBytes({ orientation: 6 }), { ...size, width: 2, height: 3, orientation: 6 }],
  ["three pages", tiffBytes({ pages: 3 }), { ...size, frames: "many" }],
  ["a directory that follows itself", tiffBytes({ loop: true }), size],
]);
test("TIFF header: a directory outside the file is undefined", async () => {
  expect(await inspect(join("II*\0", Uint8Array.of(0, 0, 0, 0x10), zeros(40)))).toBeUndefined();
});
