/** The built files as Node and as a bundler see them; `npm run build` comes first. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { codeAlone, inlinedScripts } from "../../fixtures/classic-app/texts.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (file: string) => readFileSync(`${root}dist/${file}`, "utf8");
const scripts = readdirSync(`${root}dist`, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".js"),
);

/** What is not in the sources: the workers' scripts, as text. */
const INLINED = ["pool/photo-worker.ts_worker_inline.js", "pool/worker.ts_worker_inline.js"];
const INLINED_TIFF = "decoders/tiff/worker.ts_worker_inline.js";

/** Imports by static and by dynamic `import`. */
const ALL = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;
const STATIC = /(?:from|import)\s*"(\.[^"]+)"/g;

/** The files an entry leads to, itself first. */
function reach(entry: string, imports = ALL, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, file = ""] of read(entry).matchAll(imports))
    reach(posix.join(posix.dirname(entry), file), imports, seen);
  return seen;
}

const packagesOf = (entry: string) =>
  new Set(
    [...reach(entry)].flatMap((file) =>
      [...read(file).matchAll(/\b(?:from |import |import\()"([^."][^"]*)"/g)].map(([, name]) => name),
    ),
  );

/** Plain Node, no window, by the package's own name. */
function inNode(code: string, ...flags: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, "--input-type=module", "-e", code], {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : stderr;
}

describe("built files", () => {
  test("drafts without idb-keyval reject with what to install", () => {
    const folder = mkdtempSync(join(tmpdir(), "vision-dropzone-"));
    try {
      for (const file of reach("drafts.js")) cpSync(`${root}dist/${file}`, join(folder, file));
      cpSync(`${root}package.json`, join(folder, "package.json"));
      const entry = pathToFileURL(join(folder, "drafts.js")).href;
      const code = `import { loadDraft } from "${entry}"; await loadDraft("a").catch(({ message }) => console.log(message));`;
      expect(inNode(code)).toContain("Install it: npm install idb-keyval");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("core imports in plain Node and works there as far as no pixel is touched", () => {
    const code = `
      import { inspectImage, measureRequest } from "vision-dropzone/core";
      const gif = new Blob([Uint8Array.from(atob("R0lGODlhAwACAIAAAAAAAP///ywAAAAAAwACAAACAoRfADs="), (c) => c.charCodeAt(0))]);
      const { mediaType, width, height } = await inspectImage(gif);
      console.log(typeof window, mediaType, width, height, measureRequest({ text: "\\u00e9" }));`;
    expect(inNode(code)).toBe("undefined image/gif 3 2 13");
    // In a route handler or a server component there is no React that has state.
    expect(inNode(code, "--conditions=react-server")).toBe("undefined image/gif 3 2 13");
  });

  test("an endpoint can be used where React is a server's", () => {
    const code = `
      import { estimateRequest } from "vision-dropzone/core";
      import { anthropicMessages } from "vision-dropzone/endpoints";
      console.log(estimateRequest({ endpoint: anthropicMessages, images: [] }).cap);`;
    expect(inNode(code, "--conditions=react-server")).toBe(String(32 * 2 ** 20));
  });

  test("tools that do not read `exports` find the same files: Parcel by `alias`, TypeScript's `moduleResolution: node` by `typesVersions`", () => {
    const { exports, alias, typesVersions } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      exports: Record<string, { types: string; default: string } | string>;
      alias: Record<string, string>;
      typesVersions: { "*": Record<string, string[]> };
    };
    const paths = Object.entries(exports).flatMap(([path, files]) =>
      path === "." || typeof files === "string" ? [] : [{ path, ...files }],
    );
    expect(paths.length).toBeGreaterThan(3);
    expect(alias).toEqual(Object.fromEntries(paths.map((one) => [one.path, one.default])));
    expect(typesVersions["*"]).toEqual(
      Object.fromEntries(paths.map((one) => [one.path.slice("./".length), [one.types]])),
    );
    expect(paths.flatMap((one) => [one.types, one.default]).filter((file) => !existsSync(root + file))).toEqual([]);
  });

  test("every entry imports in plain Node but the worker, which is for workers", () => {
    const code = `
      const names = ["vision-dropzone", "vision-dropzone/core", "vision-dropzone/endpoints"];
      for (const name of names) console.log(Object.keys(await import(name)).length > 0);`;
    expect(inNode(code)).toBe("true\ntrue\ntrue");
  });

  test("core and endpoints lead to no React", () => {
    expect([...packagesOf("core.js")].filter((name) => name?.startsWith("react"))).toEqual([]);
    expect([...packagesOf("endpoints.js")]).toEqual([]);
    expect([...packagesOf("index.js")]).toContain("react");
  });

  test('"use client" stands on the entries of the component and its parts alone, first', () => {
    const marked = scripts.filter((file) => read(file).includes('"use client"'));
    expect(marked).toEqual(["index.js", "parts.js"]);
    expect(read("index.js")).toMatch(/^"use client";/);
  });

  test("worker.js stands alone, so that it may be copied, and runs as a classic worker too", () => {
    expect([...reach("worker.js")]).toEqual(["worker.js"]);
    expect(packagesOf("worker.js").size).toBe(0);
    expect(read("worker.js")).not.toMatch(/^\s*(import|export)\b|\bimport\.meta\b/m);
  });

  test.each(INLINED)("the inlined worker is minified and names no file beside it: %s", (file) => {
    const [inlined = "", ...others] = inlinedScripts(read(file));
    expect(others).toEqual([]);
    expect(inlined.length).toBeGreaterThan(1000);
    expect(inlined).not.toContain("sourceMappingURL");
    expect(codeAlone(inlined).split("\n").length).toBeLessThan(10);
  });

  test("one file a module, for bundlers that split and shake by file; the inlined workers are reached by `import()` alone", () => {
    const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const names = new Set(sources.map((file) => file.replace(/\.tsx?$/, ".js")));
    expect(scripts.filter((file) => !names.has(file)).toSorted()).toEqual([INLINED_TIFF, ...INLINED]);
    expect(scripts.length).toBeGreaterThan(200);
    for (const entry of ["index.js", "core.js"]) {
      const eager = reach(entry, STATIC);
      for (const lazy of [...INLINED, "pool/prepare-on-page.js", "pipeline/prepare-file.js"])
        expect([eager.has(lazy), reach(entry).has(lazy)]).toEqual([false, true]);
    }
  });

  test("the network is asked through one `fetch` alone, which is the app's where it gives one; the worker asks nothing", () => {
    const others = /\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b/;
    // Parsed are only those that name one somewhere.
    const suspects = scripts.filter((file) => others.test(read(file)));
    expect(suspects.filter((file) => others.test(codeAlone(read(file))))).toEqual([]);
    // The minified worker is one long line: what is looked for has bounds, or it is searched once a character.
    const platforms = scripts.flatMap((file) =>
      [...read(file).matchAll(/.{0,40}\b(?:globalThis|window|self)\b.{0,3}\bfetch\b.{0,40}/g)].map(([line]) => line),
    );
    expect(platforms.length).toBeGreaterThan(0);
    expect(platforms.filter((line) => !/[{,] fetch = globalThis\.fetch[,} ]/.test(line))).toEqual([]);
    expect(codeAlone(read("worker.js"))).not.toMatch(/\bfetch\b/);
    const loaded = scripts.flatMap((file) =>
      [...read(file).matchAll(/\bimport\(([^)]+)\)/g)].map(([, what = ""]) => what),
    );
    expect(loaded.filter((what) => !/^"\.\.?\/[\w./-]+\.js"$/.test(what))).toEqual([
      '"idb-keyval"',
      '"browser-image-compression"',
    ]);
  });

  test("the look is shipped, with the declaration TypeScript 6 asks for", () => {
    expect(read("styles.css")).toContain("--vd-");
    expect(read("styles.css.d.ts")).toBe("export {};\n");
  });
});
