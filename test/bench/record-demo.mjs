/**
 * The moving picture of the README, from the real demo: `npm run record`. A drop of three photos, which are too much for a small
 * backend, Shrink to fit, Send. Writes `docs/demo.webp`.
 */
import { readFile } from "node:fs/promises";
import { chromium } from "playwright";
import sharp from "sharp";
import { finders } from "./browsers/finders.mjs";
import { projectFolder } from "./cache.mjs";
import { serveDemo } from "./serve-demo.mjs";

const SIZE = { width: 880, height: 620 };
/** The same picture shown longer is no new frame. */
const SHORTEST_FRAME_MS = 80;
/** However busy the machine is that records. */
const LONGEST_FRAME_MS = 1500;
const LAST_FRAME_MS = 2500;
const TARGET = `${projectFolder}docs/demo.webp`;

const samples = ["balloons-rotated.jpg", "lake-12mp.jpg", "screenshot-small-text.png"];
const files = await Promise.all(
  samples.map(async (name) => ({
    name,
    type: name.endsWith("png") ? "image/png" : "image/jpeg",
    base64: (await readFile(`${projectFolder}public/samples/${name}`)).toString("base64"),
  })),
);

/** Drag events as a browser sends them, with the files in their `DataTransfer`. */
async function drag(page, transfer, type, selector) {
  await page.locator(selector).first().dispatchEvent(type, { dataTransfer: transfer });
}

/** People need time to read; the mouse goes where it will be needed. */
const pause = (page, ms) => page.waitForTimeout(ms);

async function press(page, locator) {
  await locator.hover();
  await pause(page, 500);
  await locator.click();
}

async function play(page) {
  await pause(page, 900);
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      made.items.add(new File([bytes], name, { type }));
    }
    return made;
  }, files);
  await drag(page, transfer, "dragenter", ".chat");
  await drag(page, transfer, "dragover", ".chat");
  await page.locator(".veil").waitFor();
  await pause(page, 700);
  await drag(page, transfer, "drop", ".veil");
  await page.locator("[data-vd-meter][data-level=over]").waitFor();
  await pause(page, 1400);
  await press(page, page.getByRole("button", { name: /^Shrink to fit/ }));
  await page.waitForFunction(() => document.querySelector("[data-vd-root]")?.dataset.status === "ready");
  await pause(page, 1300);
  await press(page, page.getByRole("button", { name: "Send", exact: true }));
  await page.locator(".message-assistant .bubble").waitFor();
  await pause(page, 400);
}

/** What the browser painted meanwhile: each picture, and when. */
async function record(page, act) {
  const session = await page.context().newCDPSession(page);
  const frames = [];
  session.on("Page.screencastFrame", ({ data, metadata, sessionId }) => {
    frames.push({ picture: Buffer.from(data, "base64"), at: metadata.timestamp * 1000 });
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await act();
  await session.send("Page.stopScreencast");
  return frames;
}

/** Those that were seen long enough, each with its time. */
function withDelays(frames) {
  const kept = [];
  for (const frame of frames) {
    const last = kept.at(-1);
    if (last && frame.at - last.at < SHORTEST_FRAME_MS) kept[kept.length - 1] = { ...frame, at: last.at };
    else kept.push(frame);
  }
  return kept.map(({ picture, at }, index) => ({
    picture,
    delay: index + 1 < kept.length ? Math.min(LONGEST_FRAME_MS, Math.round(kept[index + 1].at - at)) : LAST_FRAME_MS,
  }));
}

const server = await serveDemo();
const browser = await chromium.launch(await (await finders()).findChromium());
try {
  const context = await browser.newContext({ viewport: SIZE, locale: "en-US", colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${server.url}?scene=small-backend`);
  await page.locator(".composer").waitFor();
  const frames = withDelays(await record(page, () => play(page)));
  const { size } = await sharp(
    frames.map(({ picture }) => picture),
    { join: { animated: true } },
  )
    .webp({ quality: 70, effort: 4, loop: 0, delay: frames.map(({ delay }) => delay) })
    .toFile(TARGET);
  console.log(`${TARGET}: ${frames.length} frames, ${(size / 1e6).toFixed(2)} MB`);
} finally {
  await browser.close();
  await server.close();
}
