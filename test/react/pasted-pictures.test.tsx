import { describe, expect, test } from "vitest";
import { dataUrlFile } from "../../src/react/drop/data-url-file.js";
import { pastedPictures } from "../../src/react/drop/pasted-pictures.js";

const clipboard = (html: string, text = "", files: File[] = []) => ({ types: [], files, items: [], text, html });
const img = (src: string) => `<meta charset="utf-8"><img src="${src}">`;
const SRC = "https://lh7-rt.googleusercontent.com/docsz/AD_4nX?key=a&b";
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

describe("pasted pictures: a clipboard without a file", () => {
  test.each([
    ["one address", img(SRC.replace("&", "&amp;")), ""],
    ["with the sign of an object for a text", img(SRC), "\ufffc\n"],
    ["with its address for a text", img(SRC), SRC],
  ])("%s", (_name, html, text) => {
    expect(pastedPictures(clipboard(html, text), true)).toEqual({ url: SRC });
    expect(pastedPictures(clipboard(html, text), false)).toEqual({ rejected: "address" });
  });

  test.each([
    ["two addresses", img(SRC) + img(SRC), "several"],
    ["a file of another program", img("file:///C:/a.png"), "unreadable"],
    ["none at all", "<img alt=picture>", "unreadable"],
    ["a script for an address", img("javascript:alert(1)"), "unreadable"],
    ["another page's object", img("blob:https://a.example/1"), "unreadable"],
    ["one written out, one not", img(SRC) + img(PIXEL), "unreadable"],
  ])("%s is rejected as %s", (_name, html, rejected) => {
    expect(pastedPictures(clipboard(html), true)).toEqual({ rejected });
  });

  test.each([
    ["a text beside it", img(SRC), "words"],
    ["an emoji", `<img alt="x" src="${SRC}">`, "x"],
    ["a text in the HTML", `<p>Look ${img(SRC)}</p>`, ""],
    ["no HTML", "", ""],
    ["HTML without a picture", "<b></b>", ""],
  ])("%s: text", (_name, html, text) => {
    expect(pastedPictures(clipboard(html, text), true)).toBeUndefined();
  });

  test("with a file, which another rule is for", () => {
    expect(pastedPictures(clipboard(img(SRC), "", [new File(["x"], "image.png")]), true)).toBeUndefined();
  });

  test("written out in the HTML are files", () => {
    const pictures = pastedPictures(clipboard(img(PIXEL) + img(PIXEL)), false);
    expect(
      pictures && "files" in pictures ? pictures.files.map(({ name, type, size }) => [name, type, size]) : pictures,
    ).toEqual([
      ["image.gif", "image/gif", 14],
      ["image.gif", "image/gif", 14],
    ]);
  });
});

describe("dataUrlFile", () => {
  test.each([
    ["base64", "data:image/png;base64,AAEC", "image.png", [0, 1, 2]],
    ["base64 with escapes", "data:image/JPEG;charset=x;base64,AAE%43", "image.jpg", [0, 1, 2]],
    ["text", "data:image/svg+xml,%3Csvg/%3E", "image.svg", [60, 115, 118, 103, 47, 62]],
    ["a type that has no extension here", "data:image/x-unknown;base64,AA==", "image", [0]],
  ])("%s", async (_name, url, name, bytes) => {
    const file = dataUrlFile(url)!;
    expect([file.name, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([name, bytes]);
  });

  test.each([
    "data:text/html,x",
    "data:image/png;base64,%%%",
    "data:image/png;base64,*",
    "data:image/png",
    "https://a.example/data:image/png,x",
    "",
  ])("%s is no picture", (url) => {
    expect(dataUrlFile(url)).toBeUndefined();
  });
});
