/**
 * A page that is frozen in the middle of the work, with its workers, like a background tab on a phone or a laptop that sleeps,
 * and goes on later. Its process is stopped: Chromium's own switch for it (`Page.setWebLifecycleState`) does nothing to a page
 * that can be seen.
 */
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findChromium } from "../setup/find-browsers.js";

const demoUrl = inject("demoUrl");
let browser: Browser;
let page: Page;
let renderers: number[];

beforeAll(async () => {
  browser = await chromium.launch(await findChromium());
  page = await browser.newPage();
  await page.goto(demoUrl);
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
});
afterAll(() => browser.close());

const signal = (name: "SIGSTOP" | "SIGCONT") => renderers.forEach((pid) => process.kill(pid, name));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Text, since the page's own modules are the server's and not this file's. Each job may take a second. */
const begin = `
  import { createImageQueue } from "/src/core.ts";
  import { anthropicMessages } from "/src/endpoints.ts";
  const canvas = new OffscreenCanvas(3000, 2000);
  const context = canvas.getContext("2d");
  for (let x = 0; x < 3000; x += 10) {
    context.fillStyle = "hsl(" + x + " 80% 60%)";
    context.fillRect(x, 0, 10, 2000);
  }
  const bytes = await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
  globalThis.readyNames = [];
  globalThis.longestGapMs = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    globalThis.longestGapMs = Math.max(globalThis.longestGapMs, now - last);
    last = now;
  }, 10);
  globalThis.queue = createImageQueue({
    endpoint: anthropicMessages,
    timeoutMs: 1_000,
    onReady: ({ images }) => readyNames.push(images.map(({ name }) => name)),
  });
  queue.add(Array.from({ length: 12 }, (_, at) => new File([bytes], at + ".jpg", { type: "image/jpeg" })));
`;

const look = () =>
  page.evaluate(() => {
    const { queue, readyNames } = globalThis as unknown as {
      queue: { getSnapshot: () => { status: string; items: { status: string }[] } };
      readyNames: string[][];
    };
    const { status, items } = queue.getSnapshot();
    return { status, items: items.map((item) => item.status), readyNames };
  });

// Longer than the job's own second and the margin after which a worker counts as silent.
test.skipIf(process.platform === "win32").each([500, 9_000])(
  "freeze: frozen for %i ms in the middle of the work, every file is prepared, in order, reported once",
  async (frozenMs) => {
    await page.goto(demoUrl);
    await page.addScriptTag({ type: "module", content: begin });
    await page.waitForFunction(() => "queue" in globalThis);
    // Some are done, so the workers are at work on the next.
    await page.waitForFunction(() => {
      const { queue } = globalThis as unknown as { queue: { getSnapshot: () => { items: { status: string }[] } } };
      return queue.getSnapshot().items.some(({ status }) => status === "ready");
    });
    signal("SIGSTOP");
    await pause(frozenMs).finally(() => signal("SIGCONT"));
    await expect.poll(async () => (await look()).status).toBe("ready");
    const { items, readyNames } = await look();
    // It did stand still.
    expect(await page.evaluate(() => Reflect.get(globalThis, "longestGapMs") as number)).toBeGreaterThan(
      frozenMs * 0.9,
    );
    expect(items).toEqual(Array(12).fill("ready"));
    expect(readyNames).toEqual([Array.from({ length: 12 }, (_, at) => `${at}.jpg`)]);
  },
);
