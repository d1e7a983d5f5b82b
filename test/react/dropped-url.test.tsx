import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { droppedUrl, withoutShortcuts } from "../../src/react/drop/dropped-url.js";

const IMAGE = "https://cdn.example.com/photo.jpg?w=1200&amp;sig=a";
const IMAGE_URL = "https://cdn.example.com/photo.jpg?w=1200&sig=a";
const PAGE = "https://example.com/album/7";

/** A drop as a browser describes it; happy-dom's own `DataTransfer` keeps no files. */
function drag(data: Record<string, string>, files: readonly File[] = []): DataTransfer {
  return { files, getData: (type: string) => data[type] ?? "" } as unknown as DataTransfer;
}
const file = (name: string, type = "") => new File(["x"], name, { type });

describe("droppedUrl", () => {
  test.each([
    [
      "Chrome, a picture",
      {
        "text/uri-list": IMAGE_URL,
        "text/html": `<meta http-equiv="content-type" content="text/html; charset=utf-8"><img src="${IMAGE}" alt="A photo"/>`,
      },
    ],
    [
      "a picture inside a link: the list names the link",
      { "text/uri-list": PAGE, "text/html": `<a href="${PAGE}"><img src="${IMAGE}"></a>` },
    ],
    [
      "Firefox, with its fragment markers",
      {
        "text/uri-list": IMAGE_URL,
        "text/html": `<html><body>\n<!--StartFragment--><img src='${IMAGE}'><!--EndFragment-->\n</body></html>`,
      },
    ],
    ["HTML only", { "text/html": `<style>img { color: red }</style><img src="${IMAGE}">` }],
  ])("%s: the address of the picture", (_name, data) => {
    expect(droppedUrl(drag(data))).toBe(IMAGE_URL);
  });

  test.each([
    ["a link", { "text/uri-list": PAGE, "text/html": `<a href="${PAGE}">The album</a>` }],
    ["an address without HTML", { "text/uri-list": PAGE }],
    ["comments and further addresses in the list", { "text/uri-list": `# from the album\r\n${PAGE}\r\n${IMAGE_URL}` }],
    [
      "a thumbnail written into the page, inside a link",
      { "text/uri-list": PAGE, "text/html": `<a href="${PAGE}"><img src="data:image/png;base64,iVBORw0KGgo="></a>` },
    ],
    [
      "a relative address, which belongs to a page we do not know",
      { "text/uri-list": PAGE, "text/html": '<img src="/photo.jpg">' },
    ],
    ["a file: address first", { "text/uri-list": `file:///home/photo.jpg\r\n${PAGE}` }],
  ])("%s: the first web address of the list", (_name, data) => {
    expect(droppedUrl(drag(data))).toBe(PAGE);
  });

  test("a picture that exists only in the page keeps its address, so that checkImageUrl says why not", () => {
    const url = "data:image/png;base64,iVBORw0KGgo=";
    expect(droppedUrl(drag({ "text/html": `<img src="${url}">` }))).toBe(url);
  });

  test.each([
    ["plain text", { "text/plain": IMAGE_URL }],
    ["a selection of text with a picture", { "text/html": `<p>Look: <img src="${IMAGE}"></p>`, "text/plain": "Look:" }],
    ["several pictures", { "text/html": `<img src="${IMAGE}"><img src="${IMAGE}">` }],
    ["a picture without an address", { "text/html": "<img alt='none'>" }],
    ["files of the desktop", { "text/uri-list": "file:///home/photo.jpg" }],
    ["a script's address", { "text/uri-list": "javascript:alert(1)", "text/html": '<img src="javascript:alert(1)">' }],
    ["nothing", {}],
  ])("%s: nothing to take by address", (_name, data) => {
    expect(droppedUrl(drag(data as Record<string, string>))).toBeUndefined();
  });

  test("a real file wins over its address, a shortcut does not", () => {
    const data = { "text/uri-list": IMAGE_URL, "text/html": `<img src="${IMAGE}">` };
    expect(droppedUrl(drag(data, [file("photo.jpg", "image/jpeg")]))).toBeUndefined();
    expect(droppedUrl(drag(data, [file("The album.url")]))).toBe(IMAGE_URL);
  });
});

describe("droppedUrl: the HTML of a drag is not executed", () => {
  const fetched = vi.fn();
  beforeEach(() => vi.stubGlobal("fetch", fetched));
  afterEach(() => vi.unstubAllGlobals());

  test("no script runs, no handler fires, nothing is loaded", async () => {
    const html = `<script>globalThis.ran = true</script><img src="${IMAGE}" onerror="globalThis.ran = true" onload="globalThis.ran = true">`;
    expect(droppedUrl(drag({ "text/html": html }))).toBe(IMAGE_URL);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(globalThis).not.toHaveProperty("ran");
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe("droppedUrl: HTML is read as browsers do", () => {
  const src = (html: string) => droppedUrl(drag({ "text/html": html }));

  test.each([
    ["without quotes, in capitals, in a tag that closes itself", `<IMG ALT=x SRC=${IMAGE_URL} />`],
    [
      "among attributes with signs of markup in them",
      `<img alt="a > b <img src='x'>" title='src="no"' data-src="https://x.example/lazy.png" src="${IMAGE}">`,
    ],
    ["the first of two", `<img src="${IMAGE}" src="https://x.example/other.png">`],
    ["beside a comment with a picture in it", `<!-- <img src="https://x.example/a.png"> --><img src="${IMAGE}">`],
    [
      "beside a script, a style sheet and a title",
      `<title>Album</title><script>"<img src='x'>"</script ><STYLE>a{}</STYLE>&nbsp;&#160;<picture><source srcset="x"><img src="${IMAGE}"></picture>`,
    ],
    ["with a number for its ampersand", `<img src="${IMAGE_URL.replace("&", "&#38;")}">`],
  ])("an address %s", (_name, html) => expect(src(html)).toBe(IMAGE_URL));

  test.each([
    ["a sign that begins no tag", `1 < 2 <img src="${IMAGE}">`],
    ["text in signs' numbers", `&#65;<img src="${IMAGE}">`],
    ["a tag that never ends", `<img src="${IMAGE}"`],
    ["a quote that never ends", `<img src="${IMAGE}>`],
    ["a comment that never ends", `<!-- <img src="${IMAGE}">`],
    ["a number of no sign", '<img src="&#9999999;">'],
  ])("%s: no picture alone", (_name, html) => expect(src(html)).toBeUndefined());

  test("a thumbnail of some megabytes, without quotes or with them", () => {
    const url = `data:image/png;base64,${"A".repeat(20_000_000)}`;
    // Not `toBe`: on failure it would print both.
    expect(src(`<img src="${url}">`) === url).toBe(true);
    expect(src(`<img src=${url}>`) === url).toBe(true);
  });

  test("where the page's policy closes the parser to text (Trusted Types)", () => {
    vi.stubGlobal(
      "DOMParser",
      class {
        parseFromString(): never {
          throw new TypeError(
            "Failed to execute 'parseFromString' on 'DOMParser': This document requires 'TrustedHTML' assignment.",
          );
        }
      },
    );
    expect(src(`<img src="${IMAGE}">`)).toBe(IMAGE_URL);
    vi.unstubAllGlobals();
  });
});

describe("withoutShortcuts", () => {
  test("drops the shortcut files of links and keeps the rest in order", () => {
    const [photo, text] = [file("photo.url.jpg", "image/jpeg"), file("notes.txt", "text/plain")];
    const shortcuts = [
      file("Album.url"),
      file("ALBUM.URL"),
      file("Album.webloc"),
      file("Album.desktop"),
      file("Album", "application/x-mswinurl"),
    ];
    expect(withoutShortcuts([photo, ...shortcuts, text])).toEqual([photo, text]);
  });
});
