import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scenes } from "../../demo/scenes/scenes.js";
import { eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

/** One error is enough, since they differ only in words. */
const shown = scenes.map(({ id }) => id).filter((id) => !id.startsWith("error-") || id === "error-request-too-large");
const WITH_TABS: readonly string[] = ["empty", "ready", "rejected", "sent"];

/** Until the scene is what it is about: nothing moves any more, and what was sent is answered. */
async function settled(page: Page, id: string): Promise<void> {
  const scene = scenes.find((one) => one.id === id);
  if (scene?.send) return page.locator(".message-assistant .bubble, .trouble").first().waitFor();
  await eventually(() => page.locator("[data-vd-item]").count()).toBe(scene?.samples?.length ?? 0);
  await eventually(() => page.locator("[data-status=waiting], [data-status=working]").count()).toBe(0);
}

/** Elements that stick out of the window sideways, except those in a box that scrolls. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls =
      "[data-vd-list], .samples, .json, .filmstrip, .comparison-scroll, [popover], [hidden], [data-vd-status]";
    const isOut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1) && !element.closest(scrolls);
    };
    return [...document.querySelectorAll("#root *")].filter(isOut).map(({ outerHTML }) => outerHTML.slice(0, 120));
  });

/** How the buttons of a bar look, and which look so: one look where all are alike. What opens a fold is a button, too. */
const looksOf = (page: Page, bar: string): Promise<Record<string, string[]>> =>
  page
    .locator(bar)
    .locator("button:visible, summary:visible")
    .evaluateAll((buttons) => {
      const looks: Record<string, string[]> = {};
      for (const button of buttons) {
        const { borderRadius, borderStyle, borderWidth, fontFamily, fontSize, fontWeight } = getComputedStyle(button);
        const height = `${Math.round(button.getBoundingClientRect().height)} px`;
        const look = [height, borderRadius, borderStyle, borderWidth, fontSize, fontWeight, fontFamily].join(", ");
        (looks[look] ??= []).push(button.ariaLabel ?? button.textContent ?? "");
      }
      return looks;
    });

describe("demo: accessibility", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it.each(shown)("axe: finds nothing in the scene %s", async (id) => {
    const { page, violations } = await demo.open(`?scene=${id}`);
    await settled(page, id);
    expect(await violations()).toEqual([]);
    for (const tab of WITH_TABS.includes(id) ? await page.getByRole("tab").all() : []) {
      await tab.click();
      expect(await violations(), (await tab.textContent()) ?? "").toEqual([]);
    }
    await page.close();
  });

  it("axe: finds nothing while a message is being sent, with the options open, and with the field for a link", async () => {
    const { page, send, textBox, violations } = await demo.open();
    await page.route("**/anthropic/**", () => {});
    await page.getByRole("button", { name: "Options", exact: true }).click();
    expect(await violations()).toEqual([]);
    await expect.poll(() => page.getByRole("slider", { name: "JPEG quality" }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add from link" }).click();
    expect(await violations()).toEqual([]);
    await textBox.fill("Hello");
    await send.click();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it("keyboard: the first Tab stop leads to the text box, and an error's button is near it", async () => {
    const { page, textBox } = await demo.open("?scene=error-request-too-large");
    await settled(page, "error-request-too-large");
    const skip = page.getByRole("button", { name: "Write a message" });
    expect(await page.locator("button, a, select, input").first().innerText()).toBe("Write a message");
    await skip.press("Enter");
    expect(await textBox.evaluate((box) => box === document.activeElement)).toBe(true);
    // The image, the details, the button.
    for (let count = 0; count < 3; count += 1) await page.keyboard.press("Shift+Tab");
    expect(await page.locator(":focus").innerText()).toBe("Shrink to fit");
    await page.close();
  });

  it.each([
    [1440, 900],
    [768, 1024],
    [390, 844],
    [320, 256],
  ])("zoom: nothing is cut off sideways at %i x %i, with text of 200 %", async (width, height) => {
    const { page } = await demo.open("?scene=rejected");
    await settled(page, "rejected");
    await page.setViewportSize({ width, height });
    // 320 x 256 is a window of 1280 x 1024 at 400 %.
    if (width > 320) await page.addStyleTag({ content: ":root { font-size: 200% }" });
    expect(await tooWide(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])("composer: twelve images leave it low at %i x %i", async (width, height) => {
    const { page } = await demo.open("?scene=twelve");
    await page.setViewportSize({ width, height });
    await settled(page, "twelve");
    expect((await page.locator(".composer").boundingBox())?.height).toBeLessThanOrEqual(260);
    expect((await page.locator(".header").boundingBox())?.height).toBeLessThanOrEqual(60);
    await page.close();
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])("bars: the buttons of each are of one style at %i x %i", async (width, height) => {
    const { page } = await demo.open("?scene=over");
    await page.setViewportSize({ width, height });
    await settled(page, "over");
    // In a narrow window the panel lies over the chat.
    if (await page.locator("dialog:modal").count()) await page.keyboard.press("Escape");
    const unlike: unknown[] = [];
    const look = async (bar: string, count: number) => {
      await eventually(() => page.locator(bar).locator("button:visible").count()).toBeGreaterThanOrEqual(count);
      const looks = await looksOf(page, bar);
      if (Object.keys(looks).length > 1) unlike.push({ [bar]: looks });
    };
    await look("[data-vd-meter-actions]", 2);
    await look(".composer-bar", 3);
    await look(".tools", 3);
    await page.locator("[data-vd-item-open]").first().press("Shift+F10");
    await look("[data-vd-menu]", 4);
    await page.keyboard.press("Escape");
    await page.locator("[data-vd-item-open]").first().click();
    await look("[data-vd-preview-actions]", 2);
    await look("[data-vd-preview-bar]", 3);
    await page.goto(page.url().replace("over", "error-request-too-large"));
    await look(".trouble-bar", 1);
    expect(unlike).toEqual([]);
    await page.close();
  });

  it("phone: with the keyboard up, the text box and Send are in sight", async () => {
    const { page, textBox, send } = await demo.open("?scene=twelve");
    await page.setViewportSize({ width: 390, height: 430 });
    await settled(page, "twelve");
    for (const part of [textBox, send]) {
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(430);
    }
    await page.close();
  });

  it("phone: the panel is a dialog that keeps the focus, closes on Escape and gives the focus back", async () => {
    const { page, violations } = await demo.open("?scene=ready");
    await settled(page, "ready");
    await page.setViewportSize({ width: 390, height: 844 });
    // The panel was beside the chat; in a narrow window it covers it.
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    const opener = page.getByRole("button", { name: "Inspect" });
    await eventually(() => page.getByRole("dialog").count()).toBe(0);
    await opener.click();
    const dialog = page.getByRole("dialog", { name: "What is sent" });
    await dialog.waitFor();
    expect(await violations()).toEqual([]);
    for (let count = 0; count < 12; count += 1) {
      await page.keyboard.press("Tab");
      // The browser's own bar, which a headless one does not have, is the only way out: the page's body takes its place.
      expect(await page.evaluate(() => document.activeElement?.closest("dialog, body")?.localName)).toMatch(
        /dialog|body/,
      );
      expect(await page.evaluate(() => document.activeElement?.closest(".header, .chat"))).toBeNull();
    }
    await page.keyboard.press("Escape");
    await eventually(() => dialog.count()).toBe(0);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.close();
  });
});
