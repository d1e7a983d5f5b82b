/** Deleted files, with real files on a real disk: what Chromium says about them once they are deleted. */
import { appendFile, copyFile, mkdtemp, rm, unlink, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser, DemoPage } from "./demo-page.js";

const lake = fileURLToPath(new URL("../../public/samples/lake-12mp.jpg", import.meta.url));

describe("demo: a file deleted from the disk", () => {
  let demo: DemoBrowser;
  let folder: string;
  beforeAll(async () => {
    demo = await startDemoBrowser();
    folder = await mkdtemp(join(tmpdir(), "vision-dropzone-"));
  });
  afterAll(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });
  const copy = async (name: string) => {
    await copyFile(lake, join(folder, name));
    return join(folder, name);
  };
  const state = ({ items }: DemoPage) => items.first().getAttribute("data-status");

  it("after it was prepared: other endpoints and a smaller box keep it, and it is sent", async () => {
    const page = await demo.open();
    const path = await copy("photo.jpg");
    await page.page.locator("[data-vd-root] input[type=file], input[data-vd-input]").first().setInputFiles(path);
    await eventually(() => state(page)).toBe("ready");
    await unlink(path);
    await page.pick("OpenAI Responses");
    await eventually(() => state(page)).toBe("ready");
    await page.pick("Anthropic Messages");
    await page.page.getByRole("button", { name: "Options", exact: true }).click();
    // A model whose provider keeps no more than 1280x952.
    await page.page.getByRole("textbox", { name: "Model" }).fill("claude-haiku-4-5");
    await page.page.getByLabel("Maximum size").selectOption("endpoint");
    await page.page.keyboard.press("Escape");
    await eventually(() => page.items.first().textContent()).toContain("1269 \u00d7 952");
    expect(await state(page)).toBe("ready");
    await page.page.getByRole("tab", { name: /^Log/ }).click();
    await eventually(() => page.page.locator(".log-entry").last().textContent()).toContain("from-prepared");
    await page.textBox.fill("What is this?");
    await page.send.click();
    await page.answers.first().waitFor();
    expect(await page.answers.first().textContent()).toMatch(/^1 image: 1269 × 952/);
    await page.page.close();
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ["deleted", unlink],
    // Its date is what Chromium goes by, as fine as a second on some disks.
    ["changed", async (path) => (await appendFile(path, "more"), utimes(path, 1, 1))],
  ])("%s before it is prepared: must be chosen again, with no Retry", async (name, happen) => {
    const page = await demo.open();
    const path = await copy(`${name}.jpg`);
    await page.page.evaluate(() => {
      const input = document.createElement("input");
      input.type = "file";
      input.id = "chosen-before";
      document.body.append(input);
    });
    const input = page.page.locator("#chosen-before");
    await input.setInputFiles(path);
    await happen(path);
    await input.evaluate((element: HTMLInputElement) => {
      const data = new DataTransfer();
      data.items.add(element.files![0]!);
      document
        .querySelector("[data-vd-root]")!
        .dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
    });
    await eventually(() => state(page)).toBe("rejected");
    expect(await page.items.first().textContent()).toContain("Choose it again.");
    expect(await page.items.first().getByRole("button").count()).toBe(1);
    await page.page.close();
  });
});
