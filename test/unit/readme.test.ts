/** What the README lists by name must be all there is, and its links must lead somewhere for who has only the package. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as endpoints from "../../src/endpoints.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

test("names every code of an ImageError", () => {
  const union = /type ImageErrorCode =([^;]+);/.exec(readFileSync(`${root}src/shared/errors.ts`, "utf8"))?.[1] ?? "";
  const codes = [...union.matchAll(/"([^"]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});

test("names every endpoint with its cap", () => {
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

test("names every endpoint's token rule", () => {
  const models = Object.entries(endpoints).filter(([, value]) => typeof value === "object" && !("caps" in value));
  expect(models.length).toBeGreaterThan(10);
  expect(models.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test("links only to what is in the package", () => {
  const { files } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { files: string[] };
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !/^https?:/.test(path));
  expect(links.length).toBeGreaterThan(1);
  expect(
    links.filter(
      (path) => !existsSync(root + path) || !files.some((file) => path === file || path.startsWith(`${file}/`)),
    ),
  ).toEqual([]);
});
