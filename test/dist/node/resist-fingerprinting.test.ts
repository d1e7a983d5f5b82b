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
  ready: {
    name: string;
    width?: number;
    height?: number;
    engine?: string;
    base64?: string;
    changes?: { code: string; reason: string }[];
    code?: string;
    message?: string;
  }[];
}

/** Reads one plain colour back from a bare canvas: how many of its 256 pixels are another. */
const WRONG_PIXELS = `(() => {
  const context = Object.assign(document.createElement("canvas"), { width: 16, height: 16 }).getContext("2d");
  context.fillStyle = "#c86432";
  context.fillRect(0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  return Array.from({ length: 256 }, (_, at) => data.slice(at * 4, at * 4 + 3).join()).filter((colour) => colour !== "200,100,50").length;
})()`;

const picked = async (options: Parameters<typeof imageFile>[0]) => {
  const file = await imageFile(options);
  return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
};
type Picked = Awaited<ReturnType<typeof picked>>;

const makeFiles = async () => ({
  photo: await picked({ width: 4000, height: 3000, name: "photo.jpg" }),
  turned: await picked({ width: 2000, height: 1500, orientation: 6, name: "turned.jpg" }),
  long: await picked({ width: 8100, height: 300, name: "long.jpg" }),
  png: await picked({ width: 1600, height: 1200, format: "png", name: "screen.png" }),
  large: await picked({ width: 8100, height: 300, format: "png", name: "large.png" }),
  kept: await picked({ width: 640, height: 480, name: "small.jpg" }),
  other: await picked({ width: 1400, height: 1050, format: "avif", name: "other.avif" }),
});

const executablePath = findFirefox();
let site: StrictSite;
let browser: Browser;
let files: Awaited<ReturnType<typeof makeFiles>>;
beforeAll(async () => {
  if (!executablePath) return;
  site = await serveStrictApp();
  files = await makeFiles();
  browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath,
    firefoxUserPrefs: { "privacy.resistFingerprinting": true },
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const rawOf = async (bytes: Buffer) => sharp(bytes).raw().toBuffer();

/** What became of each file on a page of this policy. */
async function taken(policy: string, given: readonly Picked[]) {
  const page = await browser.newPage();
  await page.goto(site.url(policy));
  expect(await page.evaluate(WRONG_PIXELS)).toBeGreaterThan(200);
  await page.locator("input[type=file]").setInputFiles([...given]);
  await page.waitForFunction(`noted.ready.length === ${given.length}`);
  const { ready, errors } = (await page.evaluate("noted")) as Noted;
  await page.close();
  expect(errors).toEqual([]);
  return (name: string) => ready.find((one) => one.name === name);
}

type Taken = Awaited<ReturnType<typeof taken>>;

/** The same pixels as in the source, not one of them noise. */
async function expectOriginal(named: Taken, { name, buffer }: Picked): Promise<void> {
  const image = named(name);
  expect(image?.engine, name).toBe("none");
  expect(image?.changes?.[0]?.code, name).toBe("kept-original");
  expect((await rawOf(Buffer.from(image?.base64 ?? "", "base64"))).equals(await rawOf(buffer)), name).toBe(true);
}

function expectRefused(named: Taken, name: string, why: RegExp): void {
  const refused = named(name);
  expect(refused, name).toMatchObject({
    code: "image-unencodable",
    message: expect.stringMatching(/privacy\.resistFingerprinting.*Switch it off/) as string,
  });
  expect(refused?.message).toMatch(why);
  expect(refused?.base64).toBeUndefined();
}

test.skipIf(!executablePath).each([
  ["worker", "worker-src blob:"],
  ["page", "worker-src 'none'"],
])(
  "resistFingerprinting: in the %s a photo, which no canvas takes part in, is downsized as ever; of what a canvas must draw the untouched original goes, or nothing",
  async (place, policy) => {
    const { photo, turned, long, png, large, kept, other } = files;
    const named = await taken(policy, [photo, png, large, kept, turned, long, other]);

    for (const { name, buffer } of [photo, turned, long]) {
      const image = named(name);
      expect(image?.engine, name).toBe(`${place}:jpeg-decoder`);
      const sent = Buffer.from(image?.base64 ?? "", "base64");
      const { width, height } = await sharp(sent).metadata();
      expect([image?.width, image?.height], name).toEqual([width, height]);
      const wanted = await sharp(buffer)
        .autoOrient()
        .resize(width, height, { fit: "fill", kernel: "lanczos3" })
        .raw()
        .toBuffer();
      const pixels = await rawOf(sent);
      const apart = pixels.reduce((sum, level, at) => sum + Math.abs(level - wanted[at]!), 0) / pixels.length;
      // JPEG itself moves these busy pictures by some 5 levels, noise by 80.
      expect(apart, name).toBeLessThan(8);
    }
    expect(named("photo.jpg")).toMatchObject({ width: 1280, height: 960 });
    expect(named("turned.jpg")).toMatchObject({ width: 720, height: 960 });
    await expectOriginal(named, png);
    await expectOriginal(named, kept);
    expect(named("screen.png")?.changes?.[0]?.reason).toMatch(
      /privacy\.resistFingerprinting.* The original is sent instead, not resized: PNG, 1600 × 1200/,
    );
    expectRefused(named, "large.png", /8100 × 300; the endpoint takes 8000/);
    expectRefused(named, "other.avif", /does not take AVIF/);
  },
);
