/** Which requests the built package makes: none, unless the app asks for them. */
import { Buffer } from "node:buffer";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveStrictApp, type StrictSite } from "../../fixtures/strict-app/serve.js";
import { findChromium } from "../../setup/find-browsers.js";
import { imageFile } from "../../fixtures/sharp-images.js";

let site: StrictSite;
let browser: Browser;
beforeAll(async () => {
  site = await serveStrictApp();
  // Every request of the browser, of pages and workers alike, goes through the server, which keeps a list.
  const proxy = { server: new URL(site.url("")).origin, bypass: "<-loopback>" };
  browser = await chromium.launch({ ...(await findChromium()), proxy });
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** Chromium itself calls home now and then; over TLS only the host is seen. */
const BROWSERS_OWN = /^CONNECT (?:[\w-]+\.)*(?:google|googleapis|gstatic)\.com:443$/;
const askedSince = (before: number) => site.asked.slice(before).filter((request) => !BROWSERS_OWN.test(request));

const picked = async (name: string, options: Parameters<typeof imageFile>[0]) => ({
  name,
  mimeType: "",
  buffer: Buffer.from(await (await imageFile(options)).arrayBuffer()),
});

/**
 * The last strategy is a library that would load itself from a public host if allowed: only the app's own chunk of it is loaded.
 */
const NO_CANVAS_IN_WORKERS = "delete globalThis.OffscreenCanvas";
/** The element fails as well, as we listen to it; the compression library does that in another way. */
const NO_ELEMENT = `${NO_CANVAS_IN_WORKERS}; globalThis.Image = class extends Image { addEventListener(type, run) { if (type === "error") setTimeout(run); } }`;

const chunk = (name: string) =>
  expect.stringMatching(new RegExp(`^GET http://127\\.0\\.0\\.1:\\d+/assets/${name}[\\w-]*\\.js$`)) as string;
const ANY_CHUNK = /^GET http:\/\/127\.0\.0\.1:\d+\/assets\/[\w-]+\.js$/;
const LARGE_CHUNK = /\/assets\/(?:default-photo-worker|default-worker|prepare-on-page|browser-image-compression)/;
/** Their scripts, which are then started from a blob. */
const PHOTO_WORKER = chunk("default-photo-worker");
const OWN_WORKER = chunk("default-worker");
const ON_PAGE = chunk("prepare-on-page");

test.each([
  ["in its own workers", "worker-src blob:", "", [PHOTO_WORKER, OWN_WORKER]],
  ["on the page", "worker-src 'none'", "", [PHOTO_WORKER, ON_PAGE]],
  ["by an image element", "worker-src 'none'", NO_CANVAS_IN_WORKERS, [PHOTO_WORKER, ON_PAGE]],
  [
    "by the compression library",
    "worker-src 'none'",
    NO_ELEMENT,
    [PHOTO_WORKER, ON_PAGE, chunk("browser-image-compression")],
  ],
])(
  "requests: preparing images with default options %s makes no request but for the app's own chunks",
  async (_, policy, script, chunks) => {
    const page = await browser.newPage();
    await page.addInitScript(script);
    await page.goto(site.url(policy));
    await page.locator("input[type=file]").waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    const before = site.asked.length;
    expect(before).toBeGreaterThan(1);
    const files = [
      await picked("large.jpg", { width: 2000, height: 1500, orientation: 6 }),
      await picked("small.jpg", { width: 100, height: 80 }),
      await picked("clear.png", { width: 1500, height: 1500, format: "png", transparent: true }),
      await picked("picture.webp", { width: 1400, height: 100, format: "webp" }),
      await picked("picture.avif", { width: 64, height: 64, format: "avif" }),
      {
        name: "draws-on-others.svg",
        mimeType: "image/svg+xml",
        buffer: Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://elsewhere.example/a.png"/></svg>',
        ),
      },
      { name: "https://elsewhere.example/b.png", mimeType: "image/png", buffer: Buffer.from("no image") },
    ];
    await page.locator("input[type=file]").setInputFiles(files);
    await page
      .locator("[data-vd-item]:is([data-status=ready], [data-status=rejected])")
      .nth(files.length - 1)
      .waitFor();
    expect(await page.locator("[data-vd-item][data-status=ready]").count()).toBe(5);
    expect(askedSince(before).filter((request) => !ANY_CHUNK.test(request))).toEqual([]);
    // Which small chunks these share is the bundler's matter.
    const large = askedSince(before).filter((request) => LARGE_CHUNK.test(request));
    expect(large).toEqual(chunks);
    // The list does fill when someone asks.
    await page.evaluate("fetch('http://elsewhere.example/c.png').catch(() => {})");
    expect(askedSince(before).filter((request) => !ANY_CHUNK.test(request))).toEqual([
      "GET http://elsewhere.example/c.png",
    ]);
    await page.close();
  },
);

test.each([
  ["a photo loads the photo worker alone", { name: "photo.jpg", mimeType: "image/jpeg" }, [PHOTO_WORKER]],
  // The photo worker is asked for when a person is about to add something; nothing else of it is waited for.
  ["a GIF loads the other one", { name: "moving.gif", mimeType: "image/gif" }, [PHOTO_WORKER, OWN_WORKER]],
])("which worker is loaded: %s", async (_, name, chunks) => {
  const page = await browser.newPage();
  await page.goto(site.url("worker-src blob:"));
  await page.locator("input[type=file]").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const before = site.asked.length;
  const format = name.mimeType === "image/gif" ? "gif" : "jpeg";
  await page
    .locator("input[type=file]")
    .setInputFiles([{ ...(await picked(name.name, { width: 1500, height: 1000, format })), ...name }]);
  await page.locator("[data-vd-item][data-status=ready]").waitFor();
  expect(askedSince(before).filter((request) => LARGE_CHUNK.test(request))).toEqual(chunks);
  await page.close();
});
