/**
 * `npm run test:consumers`: the package as it is published, installed into an app of each bundler, framework and test runner, and used there.
 * In Chromium, a photo is picked in each; it must come out as a block, made in the worker, without a word on the console. What was tried is
 * written to docs/consumers.md. `npm run test:consumers -- vite next` tries those whose names hold one of the words, and writes nothing.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import sharp from "sharp";
import { finders } from "../bench/browsers/finders.mjs";
import { CONSUMERS } from "./consumers.mjs";

const project = fileURLToPath(new URL("../../", import.meta.url));
const template = (name) => readFileSync(new URL(`apps/${name}`, import.meta.url), "utf8");
const words = process.argv.slice(2);
const isChosen = ({ name }) => words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
const chosen = words.length === 0 ? CONSUMERS : CONSUMERS.filter(isChosen);
if (chosen.length === 0) throw new Error(`No consumer has "${words.join(" ")}" in its name.`);

/** On a busy machine. */
const COMMAND_TIMEOUT_MS = 600_000;
const PAGE_TIMEOUT_MS = 90_000;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css" };

const scratch = mkdtempSync(join(tmpdir(), "consumers-"));
const photo = {
  name: "photo.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 2000, height: 1500, channels: 3, background: "#963" } })
    .jpeg()
    .toBuffer(),
};

function run(command, cwd, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd,
    shell: true,
    encoding: "utf8",
    timeout: COMMAND_TIMEOUT_MS,
    env: { ...process.env, NODE_ENV: "", NEXT_TELEMETRY_DISABLED: "1", CI: "1", ...env },
  });
  if (status !== 0) throw new Error(`${command}: exit ${status}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
  return stdout;
}

/** A folder as a site, readable from any origin. */
async function serve(folder, replace = (text) => text) {
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://nowhere");
    const path = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.setHeader("access-control-allow-origin", "*");
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.setHeader("content-type", type);
    response.end(type === "text/html" ? replace(readFileSync(path, "utf8")) : readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

async function start(command, cwd) {
  const probe = await serve(cwd);
  const port = new URL(probe.url).port;
  probe.close();
  const child = spawn(command.replaceAll("$PORT", port), {
    cwd,
    shell: true,
    detached: true,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const url = `http://127.0.0.1:${port}/`;
  const close = () => process.kill(-Number(child.pid), "SIGKILL");
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return { url, close };
    if (child.exitCode !== null || tries === 120) {
      if (child.exitCode === null) close();
      throw new Error(`${command}: serves nothing`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Picks the photo. Resolves to what the page printed, and how much script it loaded. */
async function pickPhoto(browser, url, { fillIn, filledIn }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const complaints = [];
  const scripts = new Map();
  let workers = 0;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("worker", () => workers++);
  page.on("response", (response) => {
    if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.set(response.url(), response.body());
  });
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    const before = await gzipped(scripts);
    await page.locator("input[type=file]").first().setInputFiles(photo);
    const output = page.locator("output");
    const block = JSON.parse(await output.textContent());
    const engine = await output.getAttribute("data-engine");
    const { format, width, height } = await sharp(Buffer.from(block.source.data, "base64")).metadata();
    const made = `${format} ${width}x${height} by ${engine}, ${workers} worker`;
    if (!/^jpeg 1280x960 by worker:.*, 1 worker$/.test(made)) throw new Error(`made: ${made}`);
    const seen = await fillIn?.(page, photo);
    if (seen !== filledIn) throw new Error(`the form: ${seen}`);
    if (complaints.length > 0) throw new Error(`on the console: ${complaints.join("\n")}`);
    return { block, kilobytes: before };
  } catch (error) {
    throw new Error(`${error.message}\non the console: ${complaints.join("\n")}`, { cause: error });
  } finally {
    await page.close();
  }
}

async function gzipped(scripts) {
  const bodies = await Promise.all(scripts.values());
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
}

async function tryConsumer(consumer, tarball, browser) {
  const cwd = mkdtempSync(join(scratch, "app-"));
  const other = consumer.otherOrigin && (await serve(join(cwd, consumer.otherOrigin)));
  let site;
  try {
    for (const [path, content] of Object.entries(consumer.files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(
        join(cwd, path),
        typeof content === "string" ? content : (content.before ?? "") + template(content.from),
      );
    }
    writeFileSync(join(cwd, "package.json"), JSON.stringify({ name: "consumer", private: true, type: consumer.type }));
    const packages = Object.entries(consumer.packages).map(([name, range]) => `"${name}@${range}"`);
    run(`npm install --no-audit --no-fund --prefer-offline ${tarball} ${packages.join(" ")}`, cwd);
    for (const command of [...(consumer.build ?? []), ...(consumer.test ?? [])]) run(command, cwd);
    const versions = Object.keys(consumer.packages)
      .filter((name) => !/^(react|react-dom|isbot)$|^@types|-loader$|preset|testing-library|plugin-react/.test(name))
      .map((name) => `${name} ${JSON.parse(readFileSync(join(cwd, `node_modules/${name}/package.json`))).version}`);
    if (consumer.test) return { versions };
    site = consumer.start
      ? await start(consumer.start, cwd)
      : await serve(join(cwd, consumer.serve), (html) => html.replaceAll("ORIGIN", other?.url.slice(0, -1) ?? ""));
    const { block, kilobytes } = await pickPhoto(browser, site.url, consumer);
    if (consumer.route) {
      const answer = await fetch(new URL(consumer.route, site.url), { method: "POST", body: JSON.stringify(block) });
      const { ok, header } = await answer.json();
      if (!ok || header.width !== 1280) throw new Error(`the server read: ${JSON.stringify(header)}`);
    }
    return { versions, kilobytes };
  } finally {
    site?.close();
    other?.close();
    rmSync(cwd, { recursive: true, force: true });
  }
}

const row = ({ name, versions, kilobytes }) =>
  `| ${name} | ${versions.join(", ") || "–"} | ${kilobytes === undefined ? "–" : kilobytes.toFixed(0)} |`;

const browser = await chromium.launch(await (await finders()).findChromium());
const rows = [];
let failures = 0;
try {
  const [{ filename }] = JSON.parse(run(`npm pack --json --pack-destination ${scratch}`, project));
  for (const consumer of chosen) {
    const started = Date.now();
    try {
      const result = { name: consumer.name, ...(await tryConsumer(consumer, join(scratch, filename), browser)) };
      rows.push(result);
      console.log(`ok    ${row(result)} ${((Date.now() - started) / 1000).toFixed(0)} s`);
    } catch (error) {
      failures++;
      console.error(`FAIL  ${consumer.name}: ${error.message}`);
    }
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

if (words.length === 0 && failures === 0)
  writeFileSync(
    join(project, "docs/consumers.md"),
    `# Where it was tried

The packed package, installed with npm and used as the README says, on ${new Date().toISOString().slice(0, 10)} (\`npm run test:consumers\`). A photo of 2000x1500
pixels is picked in Chromium: it becomes a block of 1280x960 pixels, made in the worker, and the console stays empty. With React 18 a form
drawn by \`vision-dropzone/parts\` is filled in and sent, too. kB: all scripts of the page before
the photo, gzipped, the framework and React included. TypeScript compiles with \`strict\` and without \`skipLibCheck\`, by \`bundler\` and \`nodenext\`.

| App | Versions | kB |
|---|---|---|
${rows.map(row).join("\n")}
`,
  );
console.log(`${rows.length} of ${chosen.length} work`);
process.exitCode = failures > 0 ? 1 : 0;
