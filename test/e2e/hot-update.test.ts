/** The app's own component is edited while images are under way: React Fast Refresh over Vite's development server. */
import react from "@vitejs/plugin-react";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { createServer } from "vite";
import type { ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { versionDefine } from "../../demo/dev-server/version-define.js";
import { findChromium } from "../setup/find-browsers.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const installed = (name: string) => join(project, "node_modules", name);

const component = (title: string) => `
import { useState } from "react";
import { VisionDropzone } from "vision-dropzone";
import { anthropicMessages } from "vision-dropzone/endpoints";
export function App() {
  const [text, setText] = useState("");
  return (
    <main>
      <h1>${title}</h1>
      <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} />
      <VisionDropzone endpoint={anthropicMessages} onReady={({ images }) => window.readyNames.push(images.map(({ name }) => name))} />
    </main>
  );
}
`;
const main = `
import { createRoot } from "react-dom/client";
import { App } from "./app.jsx";
window.readyNames = [];
createRoot(document.querySelector("#root")).render(<App />);
`;

let folder: string;
let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vision-dropzone-hot-"));
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><div id="root"></div><script type="module" src="/main.jsx"></script>',
  );
  await writeFile(join(folder, "main.jsx"), main);
  await writeFile(join(folder, "app.jsx"), component("before"));
  server = await createServer({
    configFile: false,
    root: folder,
    cacheDir: join(folder, ".vite"),
    logLevel: "error",
    define: versionDefine,
    plugins: [react()],
    resolve: {
      alias: [
        { find: /^vision-dropzone$/, replacement: join(project, "src/index.ts") },
        { find: /^vision-dropzone\/endpoints$/, replacement: join(project, "src/endpoints.ts") },
        {
          find: /^(react|react-dom|react-dropzone|browser-image-compression)(\/.*)?$/,
          replacement: `${installed("$1")}$2`,
        },
      ],
    },
    server: { host: "127.0.0.1", port: 0, fs: { strict: false } },
    optimizeDeps: { noDiscovery: false },
  });
  await server.listen();
  browser = await chromium.launch(await findChromium());
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test("hot update: an edit in the middle of the work keeps every file, in order, reported once", async () => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(server.resolvedUrls!.local[0]!);
  await page.getByRole("textbox", { name: "Message" }).fill("kept text");
  const files = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const context = canvas.getContext("2d")!;
    for (let x = 0; x < 2400; x += 10) {
      context.fillStyle = `hsl(${x} 80% 60%)`;
      context.fillRect(x, 0, 10, 1800);
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    return Array.from(bytes);
  });
  const buffer = Buffer.from(files);
  await page
    .locator("input[type=file]")
    .setInputFiles(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.jpg`, mimeType: "image/jpeg", buffer })));
  await page.locator('[data-vd-item][data-status="working"]').first().waitFor();
  for (const title of ["after", "after again"]) {
    await writeFile(join(folder, "app.jsx"), component(title));
    await page.getByRole("heading", { name: title, exact: true }).waitFor();
  }
  await expect.poll(() => page.locator('[data-vd-item][data-status="ready"]').count()).toBe(10);
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, "readyNames") as string[][]))
    .toEqual([Array.from({ length: 10 }, (_, at) => `${at}.jpg`)]);
  // The edit was taken in by the running page: a reload would have lost the text and the files.
  expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe("kept text");
  expect(complaints).toEqual([]);
});
