/** What README and docs/ list by name must be complete, and their links must work for people who have only the package. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as endpoints from "../../src/endpoints.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith(".md"),
);
const texts = new Map(pages.map((path) => [path, readFileSync(root + path, "utf8")]));
const readme = [...texts.values()].join("\n");

test("README: names every code of an ImageError", () => {
  const union = /type ImageErrorCode =([^;]+);/.exec(readFileSync(`${root}src/shared/errors.ts`, "utf8"))?.[1] ?? "";
  const codes = [...union.matchAll(/"([^"]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});

test("README: names every endpoint with its cap", () => {
  const caps = new Map<string, string>();
  for (const [, names = "", cap = ""] of readme.matchAll(/^\| (`.+) \| .+ \| ([\d.]+ MB|not known) \|$/gm)) {
    for (const [, name = ""] of names.matchAll(/`(\w+)`/g)) caps.set(name, cap);
  }
  const inWords = (bytes: number | undefined) => (bytes === undefined ? "not known" : `${bytes / 1e6} MB`);
  const built = Object.entries(endpoints).flatMap(([name, value]) =>
    typeof value === "object" && "caps" in value ? [[name, inWords(value.caps.maxRequestBytes)]] : [],
  );
  expect(built.length).toBeGreaterThan(10);
  expect(Object.fromEntries(caps)).toEqual(Object.fromEntries(built));
});

test("README: names every endpoint's token rule", () => {
  const models = Object.entries(endpoints).filter(([, value]) => typeof value === "object" && !("caps" in value));
  expect(models.length).toBeGreaterThan(10);
  expect(models.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  "test/fixtures/jpeg-xl/jxl.worker.js",
  "test/fixtures/jpeg-xl/jpeg-xl.ts",
  "demo/scenes/shadcn/vision-composer.tsx",
])("recipes: %s is the code that is tested", (file) => {
  expect(texts.get("docs/recipes.md")).toContain(`\n${readFileSync(root + file, "utf8")}\`\`\`\n`);
});

test("README: links only to what is in the package", () => {
  const { files } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { files: string[] };
  const inPackage = ["README.md", "LICENSE", "package.json", ...files];
  const links = [...texts].flatMap(([page, text]) =>
    [...text.matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, path = ""]) => path)
      .filter((path) => !/^https?:/.test(path))
      .map((path) => relative(root, join(root, dirname(page), path))),
  );
  expect(links.length).toBeGreaterThan(1);
  expect(
    links.filter(
      (path) => !existsSync(root + path) || !inPackage.some((file) => path === file || path.startsWith(`${file}/`)),
    ),
  ).toEqual([]);
});
