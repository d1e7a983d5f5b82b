/** The built package in real Firefox with `privacy.resistFingerprinting`, which makes noise of every canvas without an error (T23). */
import { Buffer } from "node:buffer";
import { type Browser, firefox } from "playwright";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { imageFile } from "../../fixtures/sharp-images.js";
import { serveStrictApp, type StrictSite } from "../../fixtures/strict-app/serve.js";
import { findFirefox } from "../../setup/find-browsers.js";

interface Noted {
  errors: string[];
  ready: { name: string; width?: number; height?: number; engine?: string; base64?: string; changes?: { code: string; reason: string }[]; code?: string; message?: string }[];
}

/** Reads one plain colour back from a bare canvas: how many of its 256 pixels are another. */
const WRONG_PIXELS = `(() => {
  const context = Object.assign(document.createElement("canvas"), { width: 16, height: 16 }).getContext("2d");
  context.fillStyle = "#c86432";
  context.fillRect(0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  return Array.from({ length: 256 }, (_, at) => data.slice(at * 4, at * 4 + 3).join()).filter((colour) => colour !== "200,100,50").length;
})()`;

const executablePath = findFirefox();
let site: StrictSite;
let browser: Browser;
beforeAll(async () => {
  if (!executablePath) return;
  site = await serveStrictApp();
  browser = await firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs: { "privacy.resistFingerprinting": true } });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const rawOf = async (bytes: Buffer) => sharp(bytes).raw().toBuffer();

// With a worker, and on the page itself: each asks the canvas for itself.
test.skipIf(!executablePath).each(["worker-src blob:", "worker-src 'none'"])("under %s noise is never sent: the untouched original where the endpoint takes it, else a refusal", async (policy) => {
  const page = await browser.newPage();
  await page.goto(site.url(policy));
  expect(await page.evaluate(WRONG_PIXELS)).toBeGreaterThan(200);

  const picked = async (options: Parameters<typeof imageFile>[0]) => {
    const file = await imageFile(options);
    return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
  };
  const files = [
    await picked({ width: 4000, height: 3000, name: "photo.jpg" }),
    await picked({ width: 1600, height: 1200, format: "png", name: "screen.png" }),
    await picked({ width: 640, height: 480, name: "small.jpg" }),
    await picked({ width: 2000, height: 1500, orientation: 6, name: "turned.jpg" }),
    await picked({ width: 8100, height: 300, name: "long.jpg" }),
    await picked({ width: 2000, height: 1500, format: "avif", name: "other.avif" }),
  ];
  await page.locator("input[type=file]").setInputFiles(files);
  await page.waitForFunction(`noted.ready.length === ${files.length}`);
  const { ready, errors } = (await page.evaluate("noted")) as Noted;
  await page.close();
  const named = (name: string) => ready.find((one) => one.name === name);

  // The same pixels as in the source, not one of them noise.
  for (const { name, buffer } of files.slice(0, 3)) {
    const image = named(name);
    expect(image?.engine, name).toBe("none");
    expect(image?.changes?.[0]?.code, name).toBe("kept-original");
    expect((await rawOf(Buffer.from(image?.base64 ?? "", "base64"))).equals(await rawOf(buffer)), name).toBe(true);
  }
  expect(named("photo.jpg")).toMatchObject({ width: 4000, height: 3000 });
  expect(named("photo.jpg")?.changes?.[0]?.reason).toMatch(/privacy\.resistFingerprinting.* Instead the original is sent, not downsized: JPEG, 4000x3000/);
  for (const [name, why] of [["turned.jpg", /EXIF orientation 6/], ["long.jpg", /8100x300; the endpoint takes 8000/], ["other.avif", /does not take AVIF/]] as const) {
    const refused = named(name);
    expect(refused, name).toMatchObject({ code: "image-unencodable", message: expect.stringMatching(/privacy\.resistFingerprinting.*Switch it off/) as string });
    expect(refused?.message).toMatch(why);
    expect(refused?.base64).toBeUndefined();
  }
  expect(errors).toEqual([]);
});
