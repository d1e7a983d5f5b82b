import { expect, test } from "vitest";
import { gifBytes, gifExtension, loopExtension } from "../../../fixtures/bytes/gif.js";
import { ascii, type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { encode, expectSamePixels, insert, secret, strip, xmp } from "../strip/compare.js";

test("GIF strip: everything goes but the picture and its transparency", async () => {
  const clean = await encode((image) => image.gif());
  const descriptor = 13 + (3 << (((clean[10] ?? 0) & 7) + 1));
  const xmpBlock = gifExtension(0xff, ascii("XMP DataXMP"), xmp(""));
  const blocks = [gifExtension(0xfe, secret), xmpBlock, loopExtension(), gifExtension(0x01, zeros(12), secret)];
  const bare = strip(clean)?.bytes ?? zeros(0);
  const file = join(insert(bare, descriptor, ...blocks), secret);
  const stripped = strip(file);
  expect(stripped).toEqual({ bytes: bare, removed: ["comment", "XMP", "application data", "text", "trailing data"] });
  await expectSamePixels(clean, bare);
  await expectSamePixels(file, bare);
  const transparent = gifBytes({ transparent: true });
  expect(strip(transparent)).toEqual({ bytes: transparent, removed: [] });
});

test.each<[name: string, bytes: Bytes]>([
  ["two frames", gifBytes({ frames: 2 })],
  ["no frame", gifBytes({ frames: 0 })],
  ["no trailer", gifBytes().slice(0, -1)],
])("GIF strip: %s: cannot be stripped", (_, bytes) => {
  expect(strip(bytes)).toBeUndefined();
});
