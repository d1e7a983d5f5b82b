/** Drops as the operating system makes them, on things that a page holds besides the dropzone. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const lake = fileURLToPath(new URL("../../public/samples/lake-12mp.jpg", import.meta.url));

let demo: DemoBrowser;
let folder = "";
beforeAll(async () => {
  demo = await startDemoBrowser();
  folder = await mkdtemp(join(tmpdir(), "vd-"));
  await writeFile(join(folder, "a.txt"), "words");
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

it("drops: a file dropped on another file input of the page is in that input", async () => {
  const { page, drop, items } = await demo.open();
  await page.evaluate(
    `document.body.insertAdjacentHTML("beforeend", "<input type=file id=other style='position: fixed; inset: 0; z-index: 99; width: 300px; height: 60px'>")`,
  );
  await drop([lake], page.locator("#other"));
  await eventually(() => page.evaluate(`document.querySelector("#other").files.length`)).toBe(1);
  expect(await items.count()).toBe(0);
  await page.close();
});

it("drops: a folder dropped in a sandboxed frame is rejected in words, and the tab lives", async () => {
  const { page, drop } = await demo.open();
  const { href } = new URL(page.url());
  // The frame has an opaque origin: the demo's server, which checks origins, does not get one, and its answers are open to all.
  await page.route("**/*", async (route) => {
    const { origin: _, ...asked } = route.request().headers();
    const response = await route.fetch({ headers: asked });
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${href}" style="border: 0; width: 1200px; height: 800px"></iframe>`,
  );
  const frame = page.frameLocator("iframe");
  const textBox = frame.getByRole("textbox", { name: "Message" });
  await textBox.waitFor();
  let crashed = false;
  page.on("crash", () => (crashed = true));
  await drop([folder, lake], textBox);
  const refused = frame.locator("[data-vd-item][data-status=rejected]");
  await refused.getByText("The folder cannot be read here. Add the files in it instead.").waitFor();
  expect(await refused.locator("[data-vd-item-name]").textContent()).toBe(basename(folder));
  await frame.locator("[data-vd-item][data-status=ready]").waitFor();
  expect(crashed).toBe(false);
  await page.close();
});
