/** The demo's page as a person meets it, with words for what the tests do on it. */
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import type { BrowserContext, Locator, Page } from "playwright";
import { expect, inject } from "vitest";
import { findChromium } from "../setup/find-browsers.js";

export interface DemoBrowser {
  open: (query?: string) => Promise<DemoPage>;
  close: () => Promise<void>;
}

export interface DemoPage {
  page: Page;
  /** What the browser's console complained about. */
  complaints: string[];
  meter: Locator;
  items: Locator;
  textBox: Locator;
  send: Locator;
  answers: Locator;
  /** Drops files from the disk on the text box, or elsewhere, as the operating system would: real drag events, a real DataTransfer. */
  drop: (paths: readonly string[], onto?: Locator) => Promise<void>;
  /** Picks an endpoint by its label. */
  pick: (label: string) => Promise<void>;
  /** The meter's figure in bytes, once it says that it is exact. */
  exactBytes: () => Promise<number>;
  /** What axe-core finds wrong with the page in its present state. */
  violations: () => Promise<unknown>;
}

/** Waits until the figure is what is expected. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read);
}

const axe = fileURLToPath(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url));
const BYTES = /(?:body|batch file) ([\d,]+) bytes/;

/** The "body N bytes", or "batch file N bytes", of an answer of the local endpoint. */
export async function answeredBytes(answer: Locator): Promise<number> {
  const text = await answer.textContent();
  return Number(BYTES.exec(text ?? "")?.[1]?.replaceAll(",", ""));
}

async function dropFiles(page: Page, paths: readonly string[], onto: Locator): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await onto.boundingBox();
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await session.detach();
}

export async function openPage(context: BrowserContext, url: string): Promise<DemoPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  const meter = page.getByRole("meter", { name: "Request size" });
  const textBox = page.getByRole("textbox", { name: "Message" });
  return {
    page,
    complaints,
    meter,
    items: page.locator("[data-vd-item]"),
    textBox,
    send: page.getByRole("button", { name: /^(Send|Count tokens|Submit batch)$/ }),
    answers: page.locator(".message-assistant .bubble"),
    drop: (paths, onto = textBox) => dropFiles(page, paths, onto),
    pick: async (label) => void (await page.getByLabel("Endpoint", { exact: true }).selectOption({ label })),
    async exactBytes() {
      await page.locator("[data-vd-meter][data-exact]").waitFor();
      return Number(await meter.getAttribute("aria-valuenow"));
    },
    async violations() {
      await page.addScriptTag({ path: axe });
      return page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))`);
    },
  };
}

/** A browser at the demo. The dependencies are bundled at the first visit, which reloads the page: that one is waited out. */
export async function startDemoBrowser(): Promise<DemoBrowser> {
  const demoUrl = inject("demoUrl");
  const browser = await chromium.launch(await findChromium());
  // One context for all pages: the demo keeps nothing there, and its many modules come from the browser's cache.
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "en-US" });
  context.setDefaultTimeout(inject("patienceMs"));
  const first = await openPage(context, demoUrl);
  await first.page.waitForLoadState("networkidle");
  await first.page.close();
  return {
    open: (query = "") => openPage(context, demoUrl + query),
    close: () => browser.close(),
  };
}
