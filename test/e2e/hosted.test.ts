/** The demo as static files in a folder of a plain server: everything works, Send too, and nothing else is asked for. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright";
import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium } from "../setup/find-browsers.js";
import { answeredBytes, eventually, openPage } from "./demo-page.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const FOLDER = "/any/folder/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Files below `FOLDER`, and 404 for all else. */
function servePlainly(folder: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    const file = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || "index.html" : "none";
    readFile(join(folder, file)).then(
      (body) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "" }).end(body),
      () => response.writeHead(404).end(),
    );
  });
}

function stopServer(): void {
  server.closeAllConnections();
  server.close();
}

let folder: string;
let server: Server;
let url: string;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vision-dropzone-demo-"));
  await promisify(execFile)("npm", ["run", "build:demo", "--", "--outDir", folder], { cwd: root });
  server = servePlainly(folder).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
  browser = await chromium.launch(await findChromium());
  context = await browser.newContext({ locale: "en-US" });
});
afterAll(async () => {
  await browser.close();
  stopServer();
  await rm(folder, { recursive: true });
});

it.each(["Anthropic Messages", "Bedrock Converse (AWS SDK)", "OpenAI Responses"])(
  "the hosted demo: %s is answered in the page, of exactly the size the meter showed",
  async (label) => {
    const { page, pick, items, textBox, send, answers, exactBytes, complaints } = await openPage(context, url);
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      const { href } = new URL(request.url());
      if (!/^(blob|data):/.test(href) && !href.startsWith(url)) elsewhere.push(href);
    });
    await pick(label);
    await page.getByRole("button", { name: /Phone photo/ }).click();
    await eventually(() => items.getByText("→").count()).toBe(1);
    await textBox.fill("What is on this picture?");
    const shown = await exactBytes();
    await send.click();
    await answers.first().waitFor();
    expect(await answeredBytes(answers.first())).toBe(shown);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

it("the hosted demo: a refusal is the provider's own, and explained", async () => {
  const { page } = await openPage(context, `${url}?scene=error-request-too-large`);
  const card = page.getByRole("region", { name: "Too large for Anthropic" });
  await card.getByText("Details").click();
  expect(await card.getByText("Request exceeds the maximum size").isVisible()).toBe(true);
  await page.close();
});

it.each([
  { app: "ai-sdk", isReady: "[data-vd-item][data-status=ready]" },
  { app: "assistant-ui", isReady: ".attachment:not(:has(progress))" },
  { app: "langchain", isReady: "[data-vd-item][data-status=ready]" },
  { app: "shadcn", isReady: "[data-vd-item][data-status=ready]" },
])("the chat app with $app: a photo is prepared, counted and sent", async ({ app, isReady }) => {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  await page.goto(`${url}demo/scenes/${app}/index.html`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add images" }).click();
  await (await chooser).setFiles(`${root}public/samples/lake-12mp.jpg`);
  await page.locator(isReady).waitFor();
  await page.getByText(/1\d\d kB of \d/).waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill("What is on this picture?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText(/1 image: 1280 × 960 JPEG/).waitFor();
  await eventually(() => page.locator(isReady).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

// The last one: it ends the server.
it("the hosted demo: after a visit it opens, prepares and sends without its server", async () => {
  const first = await openPage(context, url);
  await first.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.page.close();
  stopServer();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
  const { page, items, textBox, send, answers } = await openPage(context, url);
  await page.getByRole("button", { name: /Screenshot/ }).click();
  await eventually(() => items.getByText("→").count()).toBe(1);
  await textBox.fill("What is on this picture?");
  await send.click();
  await answers.first().waitFor();
  await page.goto(`${url}demo/scenes/ai-sdk/`);
  await page.getByRole("button", { name: "Add images" }).waitFor();
  await page.close();
});
