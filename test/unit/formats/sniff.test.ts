import { expect, test } from "vitest";
import { allFormats } from "../../fixtures/bytes/all-formats.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { pngBytes } from "../../fixtures/bytes/png.js";
import { ascii, join, zeros } from "../../fixtures/bytes/write.js";
import { registry } from "../../../src/formats/registry.js";

test.each(Object.entries(allFormats()))("sniff: names %s by its first bytes", (mediaType, bytes) => {
  expect(registry.sniff(bytes)).toBe(mediaType);
  if (mediaType !== "image/svg+xml") expect(registry.sniff(bytes.subarray(0, 64))).toBe(mediaType);
});

test("sniff: the leading signature wins where two files are one", () => {
  expect(registry.sniff(join(gifBytes(), pngBytes()))).toBe("image/gif");
  expect(registry.sniff(join(pngBytes(), ascii("<svg width='1'/>")))).toBe("image/png");
});

test.each([
  ["nothing", zeros(0)],
  ["a lone BM", ascii("BM")],
  ["an icon directory without entries", join(zeros(2), 1, zeros(3))],
  ["a RIFF file that is no WebP", ascii("RIFF\0\0\0\0WAVEfmt ")],
  ["a box file without brands we know", ascii("\0\0\0\x14ftypisom\0\0\0\0mp42")],
  ["XML that is no SVG", ascii("<?xml version='1.0'?><rss/>")],
  ["an unfinished doctype", ascii(`<!DOCTYPE svg [ ${"<".repeat(60_000)}`)],
])("sniff: %s is undefined", (_, bytes) => {
  expect(registry.sniff(bytes)).toBeUndefined();
});
