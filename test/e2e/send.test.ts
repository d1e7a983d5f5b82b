import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answeredBytes, eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lake = fromRoot("public/samples/lake-12mp.jpg");
const phone = fromRoot("public/samples/balloons-rotated.jpg");
const photo = fromRoot("../shared/photos/sunset_12mp.jpg");

describe("demo: from a dropped file to an answer", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it("turns a dropped photo into a sent request of exactly the size the meter showed", async () => {
    const { page, drop, meter, items, textBox, send, answers, exactBytes, complaints } = await demo.open();
    expect(await meter.count()).toBe(0);
    await drop([lake]);
    await items.getByText("4032 \u00d7 3024, 3.1 MB → 1280 \u00d7 960").waitFor();
    await textBox.fill("What is on this picture? Écris « deux » mots 🙂");
    const shown = await exactBytes();
    expect(shown).toBeGreaterThan(50_000);
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^1 image: 1280 × 960 JPEG \(\d+ kB\); body [\d,]+ bytes$/);
    expect(await answeredBytes(answers.first())).toBe(shown);
    // Only now is the draft empty: what was sent is in the conversation.
    await eventually(() => items.count()).toBe(0);
    expect(await textBox.inputValue()).toBe("");
    expect(await page.getByRole("img", { name: "lake-12mp.jpg, 1280 \u00d7 960" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("sends the earlier image again with the next message, and the meter knows", async () => {
    const { page, items, textBox, send, answers, exactBytes } = await demo.open();
    await page.locator("input[type=file]").setInputFiles([phone, lake]);
    await eventually(() => items.getByText("→").count()).toBe(2);
    await send.click();
    await answers.first().waitFor();
    const first = await answeredBytes(answers.first());
    await page.locator("input[type=file]").setInputFiles([phone]);
    await eventually(() => items.getByText("→").count()).toBe(1);
    await textBox.fill("And now?");
    await eventually(exactBytes).toBeGreaterThan(first);
    const shown = await exactBytes();
    await textBox.press("Enter");
    await answers.nth(1).waitFor();
    expect(await answers.nth(1).textContent()).toMatch(/^3 images: 720 × 960 JPEG .*1280 × 960 JPEG/);
    expect(await answeredBytes(answers.nth(1))).toBe(shown);
    await page.close();
  });

  it("sends a PDF file as it is, and again with the next message", async () => {
    const { page, items, textBox, send, answers, exactBytes, violations, complaints } = await demo.open();
    const way = page.getByLabel("Send PDF files as");
    await page.getByRole("button", { name: "Options" }).click();
    await way.selectOption({ label: "PDF files" });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^PDF/ }).click();
    await items.getByText("3 pages, 14 kB, sent as PDF").waitFor();
    await items.locator("[data-vd-thumbnail] img").waitFor();
    expect(await violations()).toEqual([]);
    const shown = await exactBytes();
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^1 PDF of 3 pages \(14 kB\); body [\d,]+ bytes$/);
    expect(await answeredBytes(answers.first())).toBe(shown);
    await page.locator(".message-user").getByText("harbour-study.pdf").waitFor();
    await textBox.fill("And now?");
    await send.click();
    await answers.nth(1).waitFor();
    expect(await answers.nth(1).textContent()).toMatch(/^1 PDF of 3 pages/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(["?scene=sent", "?scene=dark"])("is accessible at %s", async (query) => {
    const { page, items, answers, violations } = await demo.open(query);
    await (query.includes("sent") ? answers : items.getByText("→")).first().waitFor();
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it("counts tokens and leaves the draft where it is", async () => {
    const { page, items, send, textBox, exactBytes } = await demo.open("?scene=ready");
    await page.getByLabel("Endpoint", { exact: true }).selectOption({ label: "Anthropic Token Counting" });
    await eventually(() => items.getByText("→").count()).toBe(4);
    await exactBytes();
    await send.click();
    await page.getByText(/would cost [\d,]+ input tokens/).waitFor();
    expect(await items.count()).toBe(4);
    expect(await textBox.inputValue()).toBe("What do these have in common?");
    await page.close();
  });

  it("waits for images still being prepared instead of sending without them", async () => {
    const { page, textBox, send, answers, drop } = await demo.open();
    await textBox.fill("Both, please.");
    await drop([phone, lake]);
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^2 images: 720 × 960 JPEG .*1280 × 960 JPEG/);
    await page.close();
  });

  it("sends a real photo, in the size that fits the box", async ({ skip }) => {
    if (!existsSync(photo)) skip("../shared/photos is not here; the generated 12-megapixel sample was sent above");
    const { page, drop, items, send, answers, exactBytes } = await demo.open();
    await drop([photo]);
    await items.getByText("→").waitFor();
    const shown = await exactBytes();
    await send.click();
    await answers.first().waitFor();
    expect(await answeredBytes(answers.first())).toBe(shown);
    expect(await answers.first().textContent()).toMatch(/^1 image: 1280 × 853 JPEG/);
    await page.close();
  });

  it("does the whole job by keyboard alone", async () => {
    const { page, items, textBox, answers } = await demo.open();
    const press = async (key: string, name: RegExp): Promise<void> => {
      for (let count = 0; count < 40; count += 1) {
        const focused = page.locator(":focus");
        if (
          (await focused.count()) > 0 &&
          name.test((await focused.getAttribute("aria-label")) ?? (await focused.innerText()))
        ) {
          return page.keyboard.press(key);
        }
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reached ${String(name)}`);
    };
    await press("Enter", /^12 megapixels/);
    await press("Space", /^Decompression bomb/);
    await items.getByText("→ 1280 \u00d7 960").waitFor();
    await press("Enter", /^(?:Remove|Dismiss) claims-60000x60000/);
    await eventually(() => items.count()).toBe(1);
    await press("Enter", /^Add from link$/);
    await eventually(() =>
      page.getByRole("textbox", { name: "Link to an image" }).evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(":focus").innerText()).toBe("Add from link");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await press("End", /^Message$/);
    await page.keyboard.type("One line");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("and another");
    expect(await textBox.inputValue()).toBe("One line\nand another");
    await page.keyboard.press("Enter");
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^1 image: 1280 × 960/);
    await eventually(() => textBox.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.close();
  });
});
