import { expect, test } from "vitest";
import { foreignFormat } from "../../../src/formats/foreign-format.js";
import { allFormats } from "../../fixtures/bytes/all-formats.js";
import { ascii } from "../../fixtures/bytes/write.js";
import { foreignFiles } from "../../fixtures/hostile/foreign.js";

test("foreignFormat: distinguishes pictures that browsers do not decode from other files", async () => {
  const results = (await foreignFiles()).map(({ name, bytes, codes = [] }) => ({
    name,
    codes,
    foreign: foreignFormat(bytes),
  }));
  const wrong = results.filter(
    ({ codes, foreign }) => foreign && !codes.includes(foreign.isPicture ? "image-format-unsupported" : "not-an-image"),
  );
  expect(wrong).toEqual([]);
  expect(results.filter(({ foreign }) => foreign).length).toBeGreaterThan(20);
});

test.each([
  ["%PDF-1.7", "a PDF document"],
  ["PK\x03\x04", "a ZIP archive or an Office document"],
  ["\0\0\0\x18ftypisom", "a video (MP4 or MOV)"],
  ["\0\0\0\x18ftypcrx ", "a Canon camera raw (CR3)"],
  ["RIFF\0\0\0\0AVI ", "a video (AVI)"],
  ["  <!DOCTYPE HTML>", "a web page"],
  ["P3\n4 4\n255\n", "a netpbm picture"],
  ["version https://git-lfs.github.com/spec/v1\noid sha256:0", "a Git LFS pointer, which only names the file"],
])("foreignFormat: %j is %s", (text, name) => {
  expect(foreignFormat(ascii(text))?.name).toBe(name);
});

test("foreignFormat: no format that we take is called foreign", () => {
  for (const [mediaType, bytes] of Object.entries(allFormats())) {
    expect(foreignFormat(bytes), mediaType).toBeUndefined();
  }
});
