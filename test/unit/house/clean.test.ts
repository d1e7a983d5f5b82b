import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesIn, root } from "./parsed-source.js";

/** Pictures hold any bytes; everything else is read as text. */
const texts = filesIn("", (path) => !/\.(jpe?g|png|gif|webp|bmp|avif|heic|tiff?|ico|log)$/.test(path)).map((path) => ({
  path,
  text: readFileSync(root + path, "utf8"),
}));

const holding = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("repository: works on any machine", () => {
  test("no file holds a path of the machine it was written on", () => {
    // Folders of scratch work; a word before the slash makes it a part of something else (a URL, a glob).
    expect(holding(/(?<![\w.*}\])-])\/(work|tmp|root)\/\w/)).toEqual([]);
  });

  test("no file holds the host of a package registry", () => {
    expect(holding(/registry\.(npmjs|yarnpkg|npmmirror)\.\w+/)).toEqual([]);
    // npm passes this machine's registry to its scripts.
    const host = process.env.npm_config_registry && new URL(process.env.npm_config_registry).host;
    expect(host ? texts.filter(({ text }) => text.includes(host)).map(({ path }) => path) : []).toEqual([]);
  });

  test("sizes are in decimal units", () => {
    expect(holding(/[KMG]iB/).filter((path) => /^(src|demo)\/|^README/.test(path))).toEqual([]);
  });

  test("the lock file names versions and checksums, no places", () => {
    const lock = readFileSync(`${root}package-lock.json`, "utf8");
    expect(lock).not.toContain('"resolved"');
    expect(lock).toContain('"integrity"');
  });

  test("development dependencies are pinned exactly", () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
      devDependencies: Record<string, string>;
    };
    expect(Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
  });
});
