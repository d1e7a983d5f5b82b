import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalIds } from "../../demo/state/refusals.js";
import { targets } from "../../demo/targets/targets.js";
import { answeredBytes, eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lake = fromRoot("public/samples/lake-12mp.jpg");

describe("the demo's endpoints", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it.each(["Anthropic Messages", "OpenAI Responses"])("send file ids to %s, and the meter shrinks to the body of a few hundred bytes", async (label) => {
    const { page, drop, items, textBox, send, answers, exactBytes, complaints } = await demo.open();
    await page.getByLabel("Endpoint", { exact: true }).selectOption({ label });
    await textBox.fill("What is this?");
    await drop([lake]);
    await items.getByText("→ 1280x960").waitFor();
    const inline = await exactBytes();
    await page.getByRole("button", { name: "Options" }).click();
    await page.getByLabel("Images go").selectOption("files");
    await page.keyboard.press("Escape");
    await eventually(exactBytes).toBeLessThan(1000);
    const shown = await exactBytes();
    expect(inline).toBeGreaterThan(100_000);
    await send.click();
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(/^1 image: 1280x960 JPEG \(\d+ kB, by file id\); body \d{3} bytes$/);
    expect(await answeredBytes(answers.first())).toBe(shown);
    // The next turn names the earlier image, too, instead of carrying it.
    await textBox.fill("And now?");
    await eventually(exactBytes).toBeGreaterThan(shown);
    const next = await exactBytes();
    expect(next).toBeLessThan(1500);
    await send.click();
    await answers.nth(1).waitFor();
    expect(await answeredBytes(answers.nth(1))).toBe(next);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("can all be picked: each shows its limits with sources, its blocks and an exact meter", async () => {
    const { page, items, send, exactBytes, complaints } = await demo.open("?scene=limits");
    await eventually(() => items.getByText("→").count()).toBe(2);
    for (const { label, endpoint, call } of targets) {
      await page.getByLabel("Endpoint", { exact: true }).selectOption({ label });
      await page.getByRole("tab", { name: "Limits" }).click();
      await eventually(() => page.locator(".limits-table caption").textContent()).toContain(label);
      expect(await page.locator(".limits-table caption").textContent()).toContain(endpoint.asOf);
      expect(await page.locator(".limits-read a").count(), label).toBe(endpoint.sources.length);
      await eventually(() => items.getByText("→").count()).toBe(2);
      expect(await exactBytes(), label).toBeGreaterThan(200_000);
      await page.getByRole("tab", { name: /^Blocks/ }).click();
      expect((await page.getByRole("region", { name: "Content blocks" }).textContent())?.length, label).toBeLessThan(3000);
      expect(await send.isEnabled(), label).toBe(call !== undefined);
      expect(await page.getByText("No local stand-in for this API").count(), label).toBe(call ? 0 : 1);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("tell bytes, images and tokens apart, and say when the provider would downsize a picture again", async () => {
    const { page, items, violations } = await demo.open("?scene=limits");
    await eventually(() => items.getByText("→").count()).toBe(2);
    const tokens = page.locator("[data-wall=tokens]");
    await eventually(() => tokens.textContent()).toMatch(/[1-9],\d{3}.*standard resolution/);
    const advice = page.locator(".limits-advice");
    expect(await advice.textContent()).toContain("resampled");
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "Options" }).click();
    await page.getByLabel("Box").selectOption("endpoint");
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await items.getByText(/→ \d+x952/).first().waitFor();
    await eventually(() => advice.count()).toBe(0);
    await page.close();
  });

  it("take an image by its address, and refuse one that a provider could never fetch", async () => {
    const { page, items, textBox, send, answers, exactBytes } = await demo.open();
    await page.route("https://pictures.example.com/**", (route) =>
      route.fulfill({ path: lake, contentType: "image/jpeg", headers: { "access-control-allow-origin": "*" } }),
    );
    const addUrl = async (url: string): Promise<void> => {
      await page.getByRole("button", { name: "By URL" }).click();
      await page.getByLabel("Address of an image").fill(url);
      await page.keyboard.press("Enter");
    };
    await addUrl("http://127.0.0.1/secret.jpg");
    await page.locator("[data-vd-item][data-status=rejected]").waitFor();
    await addUrl("https://pictures.example.com/lake.jpg");
    await items.getByText("→ 1280x960").waitFor();
    await textBox.fill("What is this?");
    const shown = await exactBytes();
    await send.click();
    await answers.first().waitFor();
    expect(await answeredBytes(answers.first())).toBe(shown);
    await page.close();
  });

  it.each(refusalIds)("explain %s with its kind, next steps and the request id", async (id) => {
    const { page, items, violations } = await demo.open(`?scene=error-${id}`);
    const card = page.getByRole("region", { name: /refused the request \(4\d\d\)/ });
    await card.waitFor();
    expect(await card.locator("code").allTextContents()).toEqual([id, expect.stringMatching(/^req_local_/)]);
    expect(await card.getByRole("listitem").count()).toBeGreaterThan(0);
    expect(await items.count()).toBeGreaterThan(0);
    if (id === "image-too-large") expect(await violations()).toEqual([]);
    await page.close();
  });
});
