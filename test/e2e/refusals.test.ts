import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe("demo: something does not fit", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it("explains a real 413 with next steps and the request id, and loses neither text nor image", async () => {
    const { page, items, textBox, send, answers, violations } = await demo.open("?scene=error-request-too-large");
    const card = page.getByRole("region", { name: "Too large for Anthropic" });
    await card.waitFor();
    expect((await card.boundingBox())?.height).toBeLessThanOrEqual(140);
    expect(await card.getByText("Request exceeds the maximum size").isVisible()).toBe(false);
    await card.getByText("Details").click();
    expect(await card.getByText("Request exceeds the maximum size").isVisible()).toBe(true);
    expect(await card.locator("code").last().textContent()).toMatch(/^req_local_/);
    expect(await violations()).toEqual([]);
    expect(await items.count()).toBe(1);
    expect(await textBox.inputValue()).toBe("Will this go through?");
    // Nothing of it stays in the history: without the limit the same draft goes through, once.
    await page.getByRole("button", { name: "Options", exact: true }).click();
    await page.getByLabel("Simulate an error").selectOption({ label: "None" });
    // Its cause no longer exists.
    await eventually(() => card.count()).toBe(0);
    await page.keyboard.press("Escape");
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^1 image: 1280 × 960/);
    await page.close();
  });

  it.each([
    ["error-request-too-large", "Shrink to fit"],
    ["error-image-dimensions", "Shrink to fit"],
    ["error-undecodable-image", "Remove image"],
    ["error-rate-limit", "Try again"],
  ])("has one button for %s, which does what it says: %s", async (scene, label) => {
    const { page, items, textBox, send, answers } = await demo.open(`?scene=${scene}`);
    const card = page.locator(".trouble");
    await card.waitFor();
    const sizeBefore = await items.first().textContent();
    await card.getByRole("button", { name: label }).click();
    if (label === "Try again") {
      // Simulated for as long as it is asked for: the same comes back, as another one.
      await card.waitFor();
      expect(await items.count()).toBe(1);
      return page.close();
    }
    await eventually(() => card.count()).toBe(0);
    expect(await textBox.evaluate((box) => box === document.activeElement)).toBe(true);
    if (label.startsWith("Remove")) {
      await eventually(() => items.count()).toBe(0);
      return page.close();
    }
    await eventually(() => items.first().textContent()).not.toBe(sizeBefore);
    await eventually(() => page.locator("[data-vd-root]").getAttribute("data-status")).toBe("ready");
    await send.click();
    await answers.first().waitFor();
    await page.close();
  });

  it("explains that the model takes no images, at the first endpoint that is known to say so", async () => {
    const { page, items, violations } = await demo.open("?scene=error-images-unsupported");
    const card = page.getByRole("region", { name: "This model takes no images" });
    await card.waitFor();
    expect(await card.textContent()).toMatch(/Choose another model[^]*image_url is only supported by certain models/);
    expect(await items.count()).toBe(1);
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it("goes over a backend's small cap before anything is sent and says what to do", async () => {
    const { page, meter, items, send, textBox, violations } = await demo.open("?scene=over");
    let sent = 0;
    page.on("request", (request) => {
      if (request.url().includes("/anthropic/")) sent += 1;
    });
    await eventually(() => page.locator("[data-vd-root]").getAttribute("data-status")).toBe("over");
    expect(await meter.getAttribute("aria-valuetext")).toMatch(/ over .* limit/);
    expect(await page.getByRole("button", { name: "Remove last image" }).count()).toBe(1);
    expect(await violations()).toEqual([]);
    await eventually(() => send.getAttribute("data-over")).not.toBeNull();
    await send.click();
    // The meter says it all, once; Send leads to the buttons that help.
    expect(await page.locator(".trouble").count()).toBe(0);
    await eventually(() => page.locator(":focus").innerText()).toMatch(/^Shrink to fit/);
    // After a click, too, a ring shows where the focus went, and the reason is announced.
    expect(await page.locator(":focus").evaluate((button) => getComputedStyle(button).outlineStyle)).toBe("solid");
    await page
      .getByRole("status")
      .getByText(/^Not sent: \d+ kB over the 300 kB limit$/)
      .waitFor();
    expect(sent).toBe(0);
    expect(await items.count()).toBe(3);
    expect(await textBox.inputValue()).toBe("This is more than the backend takes.");
    await page.keyboard.press("Enter");
    await page
      .getByText(/shrunk to fit/)
      .first()
      .waitFor();
    await eventually(() => page.locator("[data-vd-root]").getAttribute("data-status")).toBe("ready");
    expect(await send.getAttribute("data-over")).toBeNull();
    await page.close();
  });

  it("gives a long list the chat's room, counts its refusals in sight, and shows nothing of what was removed", async () => {
    const { page, drop, items, violations } = await demo.open();
    const hero = page.getByRole("heading", { name: /never bounce/ });
    const compared = page.getByRole("tabpanel").getByRole("img", { name: "logo-transparent.jpg, as it is sent" });
    expect(await hero.count()).toBe(1);
    await page.getByRole("tab", { name: "Compare" }).click();
    const bad = ["README.md", "LICENSE", "package.json", "tsconfig.json", "CHANGELOG.md", "index.html"];
    await drop([...bad, "public/samples/logo-transparent.png"].map(fromRoot));
    await eventually(() => compared.count()).toBe(1);
    const count = page.getByRole("group", { name: "6 files weren't added" });
    await eventually(() => count.isVisible()).toBe(true);
    expect(await hero.count()).toBe(0);
    expect(await violations()).toEqual([]);
    await count.getByRole("button", { name: "Dismiss all" }).click();
    await eventually(() => items.count()).toBe(1);
    await items.getByRole("button", { name: /^Remove/ }).click();
    await eventually(() => hero.count()).toBe(1);
    expect(await compared.count()).toBe(0);
    await page.close();
  });

  it("rejects a file by its header, names both figures, and lets the others go on", async () => {
    const { page, drop, items, send, answers, violations } = await demo.open();
    const names = ["lake-12mp.jpg", "claims-60000x60000.png", "logo-transparent.png"];
    await drop(names.map((name) => fromRoot(`public/samples/${name}`)));
    await eventually(() => items.getByText("→").count()).toBe(2);
    const refused = page.locator("[data-vd-item][data-status=rejected]");
    expect(await refused.textContent()).toContain("60,000 × 60,000");
    expect(await refused.textContent()).toContain("100 megapixels");
    await page.getByRole("tab", { name: /^Log/ }).click();
    expect(await page.locator(".log-entry[data-rejected]").textContent()).toContain("image-too-many-pixels");
    expect(await violations()).toEqual([]);
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^2 images: 1280 × 960 JPEG .*1280 × 960 JPEG/);
    await page.close();
  });
});
