/**
 * What only a real page shows: reads that a server forbids, redirects that the page cannot see, HTML that must not come alive.
 * The other site is a server of the tests' own, on another port (`test/setup/other-site.ts`).
 */
import { describe, expect, inject, test } from "vitest";
import { checkImageUrl } from "../../src/url/check-image-url.js";
import { fetchImage } from "../../src/url/fetch-image.js";
import { droppedUrl } from "../../src/react/drop/dropped-url.js";

const site = inject("otherSite") ?? "";
const allowPrivateHosts = true;
const check = (path: string, timeoutMs?: number) =>
  checkImageUrl(site + path, { allowPrivateHosts, ...(timeoutMs && { timeoutMs }) });
const fetched = (path: string, options = {}) => fetchImage(site + path, { allowPrivateHosts, ...options });
const asked = async (path: string): Promise<string[]> => {
  const all = (await (await fetch(`${site}/asked`)).json()) as string[];
  return all.filter((line) => line.endsWith(` ${path}`));
};

describe.skipIf(site === "")("a picture on another site", () => {
  test("size and type are read where the server allows it, with HEAD alone", async () => {
    const url = `${site}/open/photo.png`;
    const before = await asked("/open/photo.png");
    expect(await check("/open/photo.png")).toMatchObject({ status: "ok", url, finalUrl: url, mediaType: "image/png" });
    expect(new Set((await asked("/open/photo.png")).slice(before.length))).toEqual(new Set(["HEAD /open/photo.png"]));
  });

  test("checkImageUrl: distinguishes a server that forbids reading from one that is unreachable", async () => {
    expect(await check("/closed/photo.png")).toMatchObject({
      status: "unknown",
      reason: "cross-origin",
      message: "Size unknown: the server does not allow cross-origin reads.",
    });
    // Browsers never ask port 1; nothing listens on the other.
    for (const nowhere of ["http://127.0.0.1:1/a.png", "http://127.0.0.1:49151/a.png"]) {
      expect(await checkImageUrl(nowhere, { allowPrivateHosts })).toMatchObject({
        status: "unknown",
        reason: "unreachable",
      });
    }
  });

  test("a check never requests a body", async () => {
    for (const path of ["/open/endless.png", "/closed/endless.png"]) {
      await check(path);
      for (const line of await asked(path)) expect(line).toMatch(/^HEAD /);
    }
  });

  test.each([
    ["/open/unsized.png", { status: "unknown", reason: "length", mediaType: "image/png" }],
    ["/open/page.html", { status: "refused", code: "url-media-type" }],
    ["/open/nothing.png", { status: "refused", code: "url-not-found" }],
    ["/open/moved-to-closed.png", { status: "unknown", reason: "cross-origin" }],
    ["/open/loop.png", { status: "unknown", reason: "unreachable" }],
  ])("%s is %o", async (path, finding) => {
    expect(await check(path)).toMatchObject(finding);
  });

  test("a redirect is followed and the last address named", async () => {
    expect(await check("/open/moved.png")).toMatchObject({ status: "ok", finalUrl: `${site}/open/photo.png` });
  });

  test("a server that never answers is waited for no longer than asked", async () => {
    expect(await check("/open/silent.png", 200)).toMatchObject({ status: "unknown", reason: "timeout" });
  });

  test("an abort rejects", async () => {
    const controller = new AbortController();
    const waiting = checkImageUrl(`${site}/open/silent.png`, { allowPrivateHosts, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  test("its bytes become a file, redirects or not", async () => {
    for (const path of ["/open/photo.png", "/open/moved.png"]) {
      const file = await fetched(path);
      expect([file.name, file.type]).toEqual([path.slice(6), "image/png"]);
      const bitmap = await createImageBitmap(file);
      expect([bitmap.width, bitmap.height]).toEqual([1, 1]);
      bitmap.close();
    }
  });

  test.each([
    ["/closed/photo.png", "url-unreadable", "cross-origin"],
    ["/open/broken.png", "url-unreadable", "stopped before the end"],
    ["/open/endless.png", "url-too-large", "limit"],
    ["/open/page.html", "url-media-type", "web page"],
    ["/open/nothing.png", "url-not-found", "404"],
  ])("%s is not fetched: %s", async (path, code, words) => {
    await expect(fetched(path, { maxFileBytes: 1_000_000 })).rejects.toMatchObject({
      name: "ImageError",
      code,
      message: expect.stringContaining(words),
    });
  });
});

describe.skipIf(site === "")("a drag from another page", () => {
  test("names the picture; its HTML neither runs nor loads", async () => {
    const url = `${site}/open/dragged.png`;
    const data = new DataTransfer();
    data.setData(
      "text/html",
      `<script>window.ran = true</script><img src="${url}" onerror="window.ran = true"><style>@import "${url}"</style>`,
    );
    expect(droppedUrl(data)).toBe(url);
    // A picture of our own comes in after whatever the HTML would have loaded.
    const own = new Image();
    own.src = `${site}/open/photo.png?own`;
    await own.decode();
    expect(await asked("/open/photo.png?own")).toHaveLength(1);
    expect(await asked("/open/dragged.png")).toEqual([]);
    expect(window).not.toHaveProperty("ran");
  });
});
