import { describe, expect, test } from "vitest";
import { type PastedData, pickPastedFiles } from "../../src/react/drop/pick-pasted-files.js";

const file = (name: string, content = "pixels", type = "image/png") => new File([content], name, { type });
const shot = file("image.png");
const photo = file("holiday photo.jpg", "more pixels", "image/jpeg");
const paste = (data: Partial<PastedData>) =>
  pickPastedFiles({ types: ["Files"], files: [], items: [], text: "", ...data }).map(({ name }) => name);

describe("pasted files: only pictures", () => {
  test("a screenshot is taken", () => expect(paste({ files: [shot] })).toEqual(["image.png"]));
  test("a picture copied from a page brings its markup along and is taken", () => {
    expect(paste({ types: ["text/html", "Files"], files: [shot] })).toEqual(["image.png"]);
  });
  test("white space is not text", () => expect(paste({ files: [shot], text: " \r\n\u00a0\n" })).toEqual(["image.png"]));
  test("a file of 0 bytes is handed on, to be rejected by name", () => {
    expect(paste({ files: [file("image.png", "")] })).toEqual(["image.png"]);
  });
});

describe("pasted files: the same picture twice (T3)", () => {
  test("files and items with the same picture give it once", () => {
    expect(paste({ files: [shot], items: [file("image.png")] })).toEqual(["image.png"]);
  });
  test("items alone count", () => expect(paste({ items: [shot] })).toEqual(["image.png"]));
  test("what only items have comes along", () => {
    expect(paste({ files: [shot], items: [file("image.png"), photo] })).toEqual(["image.png", "holiday photo.jpg"]);
  });
  test("two files that look alike are two files", () => {
    expect(paste({ files: [shot, file("image.png")], items: [file("image.png"), file("image.png")] })).toHaveLength(2);
    expect(paste({ files: [shot], items: [file("image.png"), file("image.png")] })).toHaveLength(2);
  });
});

describe("pasted files: text is preferred to a picture of it (T2)", () => {
  test.each([
    ["a sentence from Word", { types: ["text/plain", "text/html", "text/rtf", "Files"], text: "Dear all,\nsee below" }],
    ["cells of a spreadsheet", { types: ["text/plain", "text/html", "Files"], text: "1\t2\n3\t4" }],
    ["a cell that holds an address", { types: ["text/plain", "text/rtf", "Files"], text: "https://example.com/a.png" }],
    ["an address that is no picture's", { types: ["text/plain", "Files"], text: "https://example.com/report" }],
    ["a name among words", { types: ["text/plain", "Files"], text: "image.png is the one" }],
  ])("%s", (_, data) => {
    expect(paste({ ...data, files: [shot] })).toEqual([]);
  });

  test("text alone is never ours", () =>
    expect(paste({ types: ["text/plain"], text: "/home/me/image.png" })).toEqual([]));
});

describe("pasted files: text that only names the picture is ignored", () => {
  test.each([
    ["its name", "image.png"],
    ["its path", "/home/me/Pictures/image.png"],
    ["its path on Windows", "C:\\Users\\me\\image.png"],
    ["its address as a file", "file:///home/me/image.png"],
    ["the address it was copied from", "https://example.com/pictures/cat.webp?size=large"],
    ["a path under another name", "/home/me/Pictures/Screenshot 2026-11-20.png"],
  ])("%s", (_, text) => {
    expect(paste({ types: ["text/plain", "Files"], files: [shot], text })).toEqual(["image.png"]);
  });

  test("several names for several files, escaped or not", () => {
    const text = "file:///home/me/image.png\nfile:///home/me/holiday%20photo.jpg\n";
    expect(paste({ types: ["text/plain", "Files"], files: [shot, photo], text })).toHaveLength(2);
  });
  test("one line too many is text", () => {
    expect(paste({ files: [shot, photo], text: "image.png\nholiday photo.jpg\nand a remark" })).toEqual([]);
  });
  test("a line longer than any path or address is text, whatever it begins and ends with", () => {
    const address = (chars: number) => `https://example.com/${"a".repeat(chars - 24)}.png`;
    expect(paste({ files: [shot], text: address(4_096) })).toHaveLength(1);
    expect(paste({ files: [shot], text: address(4_097) })).toEqual([]);
    expect(paste({ files: [shot], text: `/home/me/${"a".repeat(5_000)}/image.png` })).toEqual([]);
  });
  test("a lone percent sign in a name is a name", () => {
    expect(paste({ files: [file("100%.png")], text: "file:///100%.png" })).toEqual(["100%.png"]);
  });
});
