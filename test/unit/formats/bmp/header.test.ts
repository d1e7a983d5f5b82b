import { expect, test } from "vitest";
import { bmpBytes } from "../../../fixtures/bytes/bmp.js";
import { ascii } from "../../../fixtures/bytes/write.js";
import { checkHeaders, inspect } from "../check-headers.js";

const size = { mediaType: "image/bmp", width: 6, height: 5, orientation: 1, frames: "one", alpha: false } as const;
checkHeaders([
  ...[12, 16, 40, 52, 56, 64, 108, 124].map(
    (headerBytes) => [`a header of ${headerBytes} bytes`, bmpBytes({ headerBytes }), size] as const,
  ),
  ["top row first", bmpBytes({ topDown: true }), size],
  ["32 bits without a mask: only decoding tells", bmpBytes({ bitsPerPixel: 32 }), { ...size, alpha: undefined }],
  [
    "a mask for alpha",
    bmpBytes({ headerBytes: 108, bitsPerPixel: 32, alphaMask: 0xff000000 }),
    { ...size, alpha: true },
  ],
]);
test("BMP header: text that begins with BM is undefined", async () => {
  expect(await inspect(ascii("BMW built its first motorcycle in 1923, and its first car in 1928."))).toBeUndefined();
});
