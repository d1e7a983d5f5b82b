/** The list of a composer by a real pointer, a finger and the keyboard, at the sizes of a screen and a phone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoBrowser, type DemoPage, eventually, startDemoBrowser } from "./demo-page.js";

/** What composers people know stay near. */
const MOST_HEIGHT_PX = 260;

let demo: DemoBrowser;
let folder: string;
let photos: string[];

beforeAll(async () => {
  demo = await startDemoBrowser();
  folder = mkdtempSync(join(tmpdir(), "tiles-"));
  photos = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const path = join(folder, `photo-${index}.jpg`);
      const background = { r: 20 * index, g: 120, b: 200 };
      await sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
        .jpeg()
        .toFile(path);
      return path;
    }),
  );
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

const tiles = (page: Page) => page.locator("[data-vd-list] [data-vd-item]");
const names = (page: Page) => page.locator("[data-vd-list] [data-vd-item-name]").allTextContents();
const named = (...numbers: number[]) => numbers.map((number) => `photo-${number}.jpg`);

async function withTiles(count = 12, width = 1440, height = 900): Promise<DemoPage> {
  const opened = await demo.open();
  const { page } = opened;
  await page.setViewportSize({ width, height });
  await addPhotos(page, count);
  return opened;
}

async function addPhotos(page: Page, count: number): Promise<void> {
  await page.locator("[data-vd-input]").setInputFiles(photos.slice(0, count));
  await eventually(() => page.locator("[data-vd-list] [data-vd-item][data-status=ready]").count()).toBe(count);
}

const middle = async (locator: Locator) => {
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

describe("demo: tiles in the composer", () => {
  it.each([
    [1440, 900],
    [390, 844],
  ])("leave room for the chat with twelve images at %i x %i", async (width, height) => {
    const { page } = await withTiles(12, width, height);
    const composer = page.getByRole("form", { name: "Message" });
    expect((await composer.boundingBox())!.height).toBeLessThanOrEqual(MOST_HEIGHT_PX);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.close();
  });

  it("are one Tab stop, however many", async () => {
    const { page } = await withTiles(12);
    await page.getByRole("textbox", { name: "Message" }).focus();
    await page.keyboard.press("Shift+Tab");
    const inList = "document.activeElement.closest('[data-vd-list]') !== null";
    expect(await page.evaluate(inList)).toBe(true);
    await page.keyboard.press("End");
    expect(await page.evaluate(inList)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.localName")).toBe("textarea");
    await page.close();
  });

  it("are dragged to another place by the mouse; Escape cancels it", async () => {
    const { page, violations } = await withTiles(4);
    const [from, to] = [await middle(tiles(page).nth(0)), await middle(tiles(page).nth(2))];
    const dragging = page.locator("[data-vd-list][data-reordering]");
    const drag = async () => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      // The first press loads the code of the drag.
      await eventually(async () => {
        await page.mouse.move(from.x + 6, from.y);
        await page.mouse.move(to.x, to.y, { steps: 4 });
        return dragging.count();
      }).toBe(1);
    };
    await drag();
    await page.keyboard.press("Escape");
    await eventually(() => dragging.count()).toBe(0);
    await page.mouse.up();
    expect(await names(page)).toEqual(named(0, 1, 2, 3));
    await drag();
    expect(await violations()).toEqual([]);
    await page.mouse.up();
    await eventually(() => names(page)).toEqual(named(1, 2, 0, 3));
    await eventually(() => page.locator("[data-vd-status]").textContent()).toBe("Moved to 3 of 4.");
    expect(await page.locator("[data-vd-item][style*=translate]").count()).toBe(0);
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.close();
  });

  it("are moved by a finger that rests on one, and scrolled by one that does not", async () => {
    const desktop = await demo.open();
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const context = await desktop.page.context().browser()!.newContext(phone);
    const page = await context.newPage();
    await page.goto(desktop.page.url());
    await desktop.page.close();
    await addPhotos(page, 12);
    const session = await context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    const { x, y } = await middle(tiles(page).nth(0));
    // A finger's width from the middle it still means the picture, not the button in the corner.
    for (const aside of [0, 6]) {
      await page.touchscreen.tap(x + aside, y - aside);
      await page.locator("[data-vd-preview]").waitFor();
      await page.keyboard.press("Escape");
      await page.locator("[data-vd-preview]").waitFor({ state: "detached" });
    }
    expect(await tiles(page).count()).toBe(12);
    const swipe = async (dx: number) => {
      for (let step = 1; step <= 8; step += 1) await touch("touchMove", x + (dx * step) / 8, y);
    };
    await touch("touchStart", x, y);
    await page.locator("[data-vd-list][data-reordering]").waitFor();
    await swipe(170);
    await touch("touchEnd");
    await eventually(async () => (await names(page)).slice(0, 4)).toEqual(named(1, 2, 0, 3));
    const scrolled = () => page.evaluate("document.querySelector('[data-vd-list]').scrollLeft");
    expect(await scrolled()).toBe(0);
    await touch("touchStart", x, y);
    await swipe(-100);
    await touch("touchEnd");
    await eventually(scrolled).toBeGreaterThan(20);
    expect((await names(page)).slice(0, 4)).toEqual(named(1, 2, 0, 3));
    // Lifted where it came down: what can be asked for that image.
    await touch("touchStart", x, y);
    await page.locator("[data-vd-list][data-reordering]").waitFor();
    await touch("touchEnd");
    await page.getByRole("menu").waitFor();
    await context.close();
  });

  it("come back to their place by Ctrl+Z, and rejected files stand apart", async () => {
    const { page, violations } = await withTiles(3);
    await tiles(page)
      .nth(1)
      .getByRole("button", { name: /^Remove/ })
      .click();
    await eventually(() => names(page)).toEqual(named(0, 2));
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Control+z");
    await eventually(() => names(page)).toEqual(named(0, 1, 2));
    const bad = join(folder, "notes.png");
    writeFileSync(bad, "words");
    await page.locator("[data-vd-input]").setInputFiles([bad]);
    const strip = page.getByRole("group", { name: "1 file wasn't added" });
    await strip.waitFor();
    expect(await names(page)).toEqual(named(0, 1, 2));
    expect(await violations()).toEqual([]);
    await strip.getByRole("button", { name: "Dismiss notes.png" }).click();
    await eventually(() => strip.count()).toBe(0);
    await page.close();
  });
});
