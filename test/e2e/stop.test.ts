import { fileURLToPath } from "node:url";
import type { Page, Route } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, startDemoBrowser } from "./demo-page.js";
import type { DemoBrowser } from "./demo-page.js";

const logo = fileURLToPath(new URL("../../public/samples/logo-transparent.png", import.meta.url));

/** Counts the requests on their way to the endpoint and holds them until `letThrough` is called. */
async function holdRequests(page: Page): Promise<{ posts: () => number; letThrough: () => void }> {
  let posts = 0;
  let open: (() => void) | undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  await page.route("**/anthropic/**", async (route: Route) => {
    posts += 1;
    await gate;
    // A stopped one cannot be continued any more.
    await route.continue().catch(() => {});
  });
  return { posts: () => posts, letThrough: () => open?.() };
}

const WAYS = ["click", "double click", "Enter", "held Enter", "Space"] as const;

async function press(page: Page, name: string, way: (typeof WAYS)[number]): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  if (way === "click") return button.click();
  if (way === "double click") {
    // At one place: a locator would look for the button again.
    const box = await button.boundingBox();
    return page.mouse.dblclick((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  }
  await button.focus();
  if (way !== "held Enter") return page.keyboard.press(way);
  for (let count = 0; count < 4; count += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
}

describe("demo: Send and Stop", () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemoBrowser();
  });
  afterAll(() => demo.close());

  it.each(WAYS)("stop what is being sent, and send nothing again: by %s", async (way) => {
    const { page, drop, items, textBox, send, answers, exactBytes } = await demo.open();
    const { posts, letThrough } = await holdRequests(page);
    await drop([logo]);
    await textBox.fill("Once.");
    await exactBytes();
    await send.click();
    await eventually(posts).toBe(1);
    // The message is in the chat, and not in the composer as well, until it is given back.
    expect(await items.isVisible()).toBe(false);
    expect(await textBox.inputValue()).toBe("");
    await press(page, "Stop", way);
    await page.getByText("Stopped.").waitFor();
    expect(await items.isVisible()).toBe(true);
    letThrough();
    await eventually(() => textBox.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await items.count()).toBe(1);
    expect(await textBox.inputValue()).toBe("Once.");
    expect(posts()).toBe(1);
    // The next request is the one that is asked for here: its text says so.
    await textBox.fill("Twice.");
    await textBox.press("Enter");
    await answers.first().waitFor();
    expect(posts()).toBe(2);
    expect(await page.locator(".message-user .bubble").allTextContents()).toEqual(["Twice."]);
    await page.close();
  });

  it.each(WAYS)("cancel a send that waits for an image, and send nothing: by %s", async (way) => {
    const { page, textBox, send, items } = await demo.open();
    const { posts } = await holdRequests(page);
    // An image that never arrives.
    await page.route("**/never.png", () => {});
    await page.getByRole("button", { name: "Add from link" }).click();
    await page.getByRole("textbox", { name: "Link to an image" }).fill("https://example.com/never.png");
    await page.keyboard.press("Enter");
    await textBox.fill("Not yet.");
    await eventually(() => items.count()).toBe(1);
    await send.click();
    await press(page, "Cancel", way);
    await page.getByText("Stopped.").waitFor();
    await eventually(() => textBox.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(posts()).toBe(0);
    expect(await page.getByRole("button", { name: "Cancel", exact: true }).count()).toBe(0);
    await page.close();
  });

  it.each(WAYS)("send once, and stop nothing: by %s", async (way) => {
    const { page, drop, textBox, answers, exactBytes } = await demo.open();
    const { posts, letThrough } = await holdRequests(page);
    await drop([logo]);
    await textBox.fill("Once.");
    await exactBytes();
    await press(page, "Send", way);
    await eventually(posts).toBe(1);
    letThrough();
    await answers.first().waitFor();
    expect(posts()).toBe(1);
    expect(await page.getByText("Stopped.").count()).toBe(0);
    await page.close();
  });
});
