import { expect, test } from "vitest";
import { actlChunk, pngBytes, pngChunk } from "../../../fixtures/bytes/png.js";
import { exifBytes } from "../../../fixtures/bytes/tiff.js";
import { ascii, type Bytes, join, u32be, zeros } from "../../../fixtures/bytes/write.js";
import { encode, expectSamePixels, insert, secret, strip, xmp } from "../strip/compare.js";

const chunks = [
  pngChunk("eXIf", exifBytes({ orientation: 1, gps: "position" })),
  pngChunk("tEXt", secret),
  pngChunk("iTXt", xmp("XML:com.adobe.xmp\0\0\0\0\0")),
  pngChunk("tIME", zeros(7)),
  pngChunk("pHYs", zeros(9)),
  pngChunk("sPLT", secret),
  pngChunk("prVt", secret),
];
const labels = [
  "EXIF (with GPS position)",
  "text",
  "XMP",
  "modification time",
  "resolution",
  "application data (sPLT)",
  "application data (prVt)",
  "trailing data",
];

test.each([
  ["RGB", {}],
  ["palette", { palette: true, colours: 16 }],
  ["interlaced", { progressive: true }],
])("PNG strip: %s: everything goes but the picture", async (_, options) => {
  const clean = strip(await encode((image) => image.png(options)))?.bytes ?? zeros(0);
  const stripped = strip(join(insert(clean, 33, ...chunks), secret));
  expect(stripped?.removed).toEqual(labels);
  expect(stripped?.bytes).toEqual(clean);
  await expectSamePixels(insert(clean, 33, ...chunks), clean);
});

test("PNG strip: what changes the pixels stays: transparency, gamma, primaries, sRGB", () => {
  const kept = [
    pngChunk("gAMA", u32be(100_000)),
    pngChunk("cHRM", zeros(32)),
    pngChunk("sRGB", zeros(1)),
    pngChunk("tRNS", zeros(6)),
  ];
  expect(strip(pngBytes({ chunks: [...kept, pngChunk("tEXt", secret)] }))).toEqual({
    bytes: pngBytes({ chunks: kept }),
    removed: ["text"],
  });
});

test("PNG strip: gamma and primaries are removed with the sRGB profile that overrode them", () => {
  const profile = pngChunk("iCCP", ascii("sRGB IEC61966-2.1\0\0"));
  const file = pngBytes({ chunks: [pngChunk("gAMA", u32be(100_000)), profile] });
  expect(strip(file)).toEqual({ bytes: pngBytes(), removed: ["ICC profile (sRGB)"] });
});

test.each<[name: string, bytes: Bytes]>([
  ["another profile", pngBytes({ chunks: [pngChunk("iCCP", ascii("Display P3\0\0"))] })],
  ["a colour space as a code", pngBytes({ chunks: [pngChunk("cICP", Uint8Array.of(9, 16, 0, 1))] })],
  ["an animation", pngBytes({ chunks: [actlChunk(2)] })],
  ["an unknown critical chunk", pngBytes({ chunks: [pngChunk("CgBI", zeros(4))] })],
  ["truncated", pngBytes().slice(0, -1)],
  ["no pixels", join(pngBytes().slice(0, 33), pngChunk("IEND", zeros(0)))],
])("PNG strip: %s: cannot be stripped", (_, bytes) => {
  expect(strip(bytes)).toBeUndefined();
});

test("PNG strip: names in a file are named as far as they are words, and not by the thousand", () => {
  const named = (...types: string[]) =>
    strip(pngBytes({ chunks: types.map((type) => pngChunk(type, zeros(0))) }))?.removed;
  expect(named("prVt", "a\n\u0000b", "<b> ")).toEqual(["application data (prVt)", "application data"]);
  const flood = Array.from({ length: 3_000 }, (_, n) => `a${n.toString(36).padStart(3, "0")}`);
  expect(named(...flood)?.slice(-2)).toEqual(["application data (a00m)", "2977 more kinds of data"]);
});
