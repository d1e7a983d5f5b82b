/** The built package in an app that webpack bundles, in Chromium, without a policy and under strict ones. */
import sharp from "sharp";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NONCE, serveWebpackApp, type WebpackSite } from "../../fixtures/webpack-app/serve.js";
import { findChromium } from "../../setup/find-browsers.js";

/** On a busy machine. */
const BUILD_TIMEOUT_MS = 120_000;

let plain: WebpackSite;
/** With `output.trustedTypes`, as the README has it. */
let withTrustedTypes: WebpackSite;
let browser: Browser;
beforeAll(async () => {
  const photo = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: "#963" } })
    .jpeg()
    .toBuffer();
  plain = await serveWebpackApp({}, photo);
  withTrustedTypes = await serveWebpackApp({ trustedTypes: { policyName: "webpack" } }, photo);
  browser = await chromium.launch(await findChromium());
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await browser?.close();
  await plain?.close();
  await withTrustedTypes?.close();
});

const NONCE_ONLY = `script-src 'nonce-${NONCE}'`;
const TRUSTED = "require-trusted-types-for 'script'; trusted-types webpack vision-dropzone";

/** What becomes of `count` photos, one after the other. */
async function prepare(url: string, count: 1 | 2): Promise<unknown> {
  const page = await browser.newPage();
  await page.goto(url);
  const outcome = await page.evaluate(`(async () => [${"await prepare('/photo'),".repeat(count)}])()`);
  await page.close();
  return outcome;
}

const through = (place: "worker" | "page") => {
  const image = { width: 1280, height: 960, place };
  return [image, image];
};

test.each([
  ["no policy: its own worker", "", {}, "worker"],
  ["no policy: a worker of the app's own", "", { worker: "own" }, "worker"],
  ["a nonce alone: the page does the work", NONCE_ONLY, { "tells-nonce": "" }, "page"],
  ["a nonce, and blob: workers", `${NONCE_ONLY}; worker-src blob:`, { "tells-nonce": "" }, "worker"],
  [
    "a nonce, and a worker of the app's own",
    `${NONCE_ONLY}; worker-src 'self'`,
    { "tells-nonce": "", worker: "own" },
    "worker",
  ],
] as const)("webpack, %s", async (_, policy, query, place) => {
  expect(await prepare(plain.url(policy, query), 2)).toEqual(through(place));
});

test.each([
  ["no worker: the page does the work", {}, "page"],
  ["a worker of the app's own", { worker: "own" }, "worker"],
  ["a copied worker", { worker: "copied" }, "worker"],
] as const)("webpack with output.trustedTypes, Trusted Types, %s", async (_, query, place) => {
  expect(await prepare(withTrustedTypes.url(TRUSTED, query), 2)).toEqual(through(place));
});

test.each([
  ["Trusted Types without output.trustedTypes", TRUSTED],
  ["a nonce that webpack does not know", NONCE_ONLY],
])("webpack, %s: each photo is rejected, in words", async (_, policy) => {
  const refused = {
    name: "ImageError",
    code: "image-unencodable",
    message: expect.stringMatching(/^A part of the app could not be loaded \(.+\)\. Reload the page/s) as string,
  };
  expect(await prepare(plain.url(policy, {}), 2)).toEqual([refused, refused]);
});
