import { expect, test } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { allFormats } from "../../fixtures/bytes/all-formats.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { pngBytes, pngChunk } from "../../fixtures/bytes/png.js";
import { type Bytes, join, zeros } from "../../fixtures/bytes/write.js";
import { hostileGifs } from "../../fixtures/hostile/others.js";

const png = pngBytes();
const PNG_SIGNATURE_BYTES = 8;

function changed(bytes: Bytes, at: number, value: number): Bytes {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}

test.each<[string, Bytes, string | undefined]>([
  ["a whole PNG", png, undefined],
  [
    "a PNG with Apple's own chunk",
    join(png.slice(0, PNG_SIGNATURE_BYTES), pngChunk("CgBI", zeros(4)), png.slice(PNG_SIGNATURE_BYTES)),
    "unsupported",
  ],
  ["a PNG whose header has a wrong checksum", changed(png, 32, png[32]! ^ 1), "damaged"],
  ["a PNG whose pixels are longer than the file", changed(png, 33, 0x7f), "truncated"],
  ["a PNG without its end", png.slice(0, -1), "truncated"],
  ["a GIF with a frame of no pixels", gifBytes({ frame: { left: 0, top: 0, width: 0, height: 4 } }), "damaged"],
  ["a GIF with its frame outside", gifBytes({ frame: { left: 9, top: 0, width: 2, height: 2 } }), "damaged"],
  ["a GIF with half its frame outside", gifBytes({ frame: { left: 3, top: 0, width: 5, height: 4 } }), undefined],
])("findProblem: %s", async (_, bytes, kind) => {
  const file = new Blob([bytes]);
  const header = await inspectImage(file);
  expect(header && (await registry.findProblem(createByteReader(file), header))?.kind).toBe(kind);
});

test.each([
  ["gif: no colours at all", "it has no colours"],
  ["gif: colours that its table lacks", /^it asks for colour \d+ of 4$/],
])("findProblem: %s", async (name, why) => {
  const { bytes } = (await hostileGifs()).find((file) => file.name === name)!;
  const file = new Blob([bytes]);
  expect(await registry.findProblem(createByteReader(file), (await inspectImage(file))!)).toEqual({
    kind: "damaged",
    why: expect.stringMatching(why),
  });
});

test("findProblem: undefined for a complete file of any format", async () => {
  for (const [mediaType, bytes] of Object.entries(allFormats())) {
    const file = new Blob([bytes]);
    const header = await inspectImage(file);
    expect(header && (await registry.findProblem(createByteReader(file), header)), mediaType).toBeUndefined();
  }
});
