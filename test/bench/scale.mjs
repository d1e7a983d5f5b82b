/**
 * What 1, 10, 100 and 500 images cost the page: `npm run bench:scale`. A production build of a composer in Chromium; each step
 * is traced, and the longest task of the main thread is printed with what it was made of. "Work" is the thread's own time:
 * on few cores the clock also counts what the workers take from it.
 */
import react from "@vitejs/plugin-react";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { BUILT_PACKAGE } from "./built-package.mjs";

const COUNTS = (process.argv[2] ?? "1,10,100,500").split(",").map(Number);
const HISTORY_MEGABYTES = 30;
const SOURCE_WIDTH = 1600;
const KEYS = "What is different between these pictures?";
const LIMIT_MS = 8;
const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

const outDir = mkdtempSync(join(tmpdir(), "vision-dropzone-scale-"));
const root = fileURLToPath(new URL("./scale", import.meta.url));
await build({
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [react()],
  resolve: { alias: BUILT_PACKAGE },
  build: { outDir, emptyOutDir: true },
});
const server = await preview({
  configFile: false,
  root,
  logLevel: "warn",
  build: { outDir },
  preview: { port: 0, host: "127.0.0.1" },
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--enable-precise-memory-info"],
});

/** Tasks of the page's main thread, longest first, with the time of their larger parts. */
function tasksOf(trace) {
  const events = JSON.parse(trace.toString()).traceEvents;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}.${tid}`),
  );
  const onMain = events.filter(({ ph, pid, tid }) => ph === "X" && mains.has(`${pid}.${tid}`));
  const tasks = onMain.filter(({ name }) => name === "RunTask").toSorted((one, other) => other.tdur - one.tdur);
  return tasks.map((task) => {
    const parts = {};
    for (const { name, ts, dur, pid, tid } of onMain) {
      if (name === "RunTask" || name.startsWith("ThreadController") || pid !== task.pid || tid !== task.tid) continue;
      if (ts < task.ts || ts + dur > task.ts + task.dur || dur < 500) continue;
      parts[name] = (parts[name] ?? 0) + dur / 1000;
    }
    return { ms: task.dur / 1000, cpuMs: (task.tdur ?? 0) / 1000, parts };
  });
}

const round = (ms) => Math.round(ms * 10) / 10;

async function traced(page, label, step) {
  await browser.startTracing(page, { categories: CATEGORIES });
  const startedAt = performance.now();
  const answer = await step();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  const elapsedMs = performance.now() - startedAt;
  const tasks = tasksOf(await browser.stopTracing());
  const over = tasks.filter(({ cpuMs }) => cpuMs > LIMIT_MS);
  const overByClock = tasks.filter(({ ms }) => ms > LIMIT_MS);
  const [longest] = tasks;
  const parts = Object.entries(longest.parts)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 6)
    .map(([name, ms]) => `${name} ${round(ms)}`);
  console.log(
    `${label.padEnd(34)} longest ${String(round(longest.cpuMs)).padStart(5)} ms of work (${round(longest.ms)} by the clock), over ${LIMIT_MS} ms: ${over.length} [${over.slice(0, 6).map(({ cpuMs }) => round(cpuMs))}], by the clock ${overByClock.length}, ${Math.round(elapsedMs)} ms in all`,
  );
  if (longest.cpuMs > LIMIT_MS) console.log(`    ${parts.join(", ")}`);
  return answer;
}

try {
  for (const count of COUNTS) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    page.on("pageerror", (error) => console.log("page error", error.message));
    await page.goto(server.resolvedUrls.local[0]);
    await page.evaluate((options) => globalThis.bench.open(options), {
      megabytes: HISTORY_MEGABYTES,
      width: SOURCE_WIDTH,
    });
    await page.getByRole("textbox").waitFor();
    if (count > 1) {
      await page.evaluate((n) => void globalThis.bench.choose(n), count - 1);
      await traced(page, `${count - 1}: added at once`, () =>
        page.evaluate(() => (globalThis.bench.add(), globalThis.bench.settled())),
      );
    }
    await page.evaluate(() => void globalThis.bench.choose(1));
    await traced(page, `${count}: one more`, () =>
      page.evaluate(() => (globalThis.bench.add(), globalThis.bench.settled())),
    );
    await page.getByRole("textbox").focus();
    await traced(page, `${count}: ${KEYS.length} keystrokes`, () => page.keyboard.type(KEYS, { delay: 20 }));
    await traced(page, `${count}: one removed`, () =>
      page.evaluate((at) => globalThis.bench.removeAt(at), Math.floor(count / 2)),
    );
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    console.log(`${`${count}: heap`.padEnd(34)} ${Math.round(usedSize / 1e6)} MB`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
