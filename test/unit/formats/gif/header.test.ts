import { expect, test } from "vitest";
import { gifBytes, gifExtension, loopExtension } from "../../../fixtures/bytes/gif.js";
import { ascii } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { mediaType: "image/gif", width: 5, height: 4, orientation: 1, frames: "one", alpha: false } as const;
checkHeaders([
  ["a still", gifBytes(), size],
  ["a still that loops", gifBytes({ blocks: [loopExtension()] }), size],
  ["two frames", gifBytes({ frames: 2 }), { ...size, frames: "many" }],
  [
    "a second frame behind 100 KB of pixels",
    gifBytes({ width: 300, height: 300, frames: 2 }),
    { width: 300, frames: "many" },
  ],
  ["a transparent colour", gifBytes({ transparent: true }), { ...size, alpha: true }],
  ["a comment in front", gifBytes({ blocks: [gifExtension(0xfe, ascii("hello"))] }), size],
  [
    "a frame beyond the screen, which enlarges it",
    gifBytes({ frame: { left: 3, top: 3, width: 4, height: 4 } }),
    { ...size, width: 7, height: 7, alpha: true },
  ],
  [
    "a frame smaller than the screen, which leaves it bare",
    gifBytes({ frame: { left: 0, top: 0, width: 2, height: 4 } }),
    { ...size, alpha: true },
  ],
  ["no frame at all", gifBytes({ frames: 0 }), { ...size, alpha: undefined }],
]);
test("GIF header: an empty screen without a frame is undefined", async () => {
  expect(await inspect(gifBytes({ width: 0, height: 0, frames: 0 }))).toBeUndefined();
});
