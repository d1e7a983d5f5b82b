/** Traps that need no browser, by number; the table of all of them is `test/traps.md`. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { prepareWith } from "../../src/pool/prepare.js";
import { inspectImage } from "../../src/formats/inspect-image.js";
import { acceptAttribute } from "../../src/shared/media-types.js";
import { validateImageBytes } from "../../src/shared/validate.js";
import { resolveSettings } from "../../src/shared/settings.js";
import * as endpoints from "../../src/endpoints.js";
import { sharpPool } from "../fixtures/sharp-pool.js";
import { imageFile } from "../fixtures/sharp-images.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(root + path, "utf8");
const under = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

test("T5: a HEIC that the phone turned into a lossless PNG of many megabytes is judged by its size after shrinking", async () => {
  const transcoded = await imageFile({ width: 1500, height: 1100, format: "png" });
  const maxImageBytes = 400_000;
  expect(transcoded.size).toBeGreaterThan(maxImageBytes);
  const { base64 } = await prepareWith(sharpPool(), transcoded, { limits: { maxImageBytes } });
  expect(base64.length).toBeLessThanOrEqual(maxImageBytes);
});

test("T4: the picker offers HEIC by name too, and a file without a type is judged by its bytes", async () => {
  for (const ending of [".heic", ".heif", "image/heic"]) expect(acceptAttribute()).toContain(ending);
  const bytes = await (await imageFile({ width: 40, height: 30 })).arrayBuffer();
  expect(await inspectImage(new File([bytes], "photo", { type: "" }))).toMatchObject({
    mediaType: "image/jpeg",
    width: 40,
  });
});

test("T6: react-dropzone's range holds a version that Node 20 may install and one for Node 22", () => {
  const { dependencies, engines } = JSON.parse(read("package.json")) as {
    dependencies: Record<string, string>;
    engines: { node: string };
  };
  expect(engines.node).toMatch(/^>=20/);
  expect(
    dependencies["react-dropzone"]?.split("||").map((range) => range.trim()[1] + range.trim().slice(2, 3)),
  ).toEqual(["19", "20"]);
});

describe("T16: the gate is wired to the endpoint's own figure: the last byte within it passes, the next one does not", () => {
  const all = Object.values(endpoints).filter(
    (value): value is typeof endpoints.anthropicMessages =>
      typeof value === "object" && "caps" in value && "toBlock" in value,
  );

  test("there are endpoints with and without such a figure", () => {
    expect(all.length).toBeGreaterThan(10);
    expect(all.some(({ caps }) => caps.maxImageBytes !== undefined)).toBe(true);
  });

  test.each(all.filter(({ caps }) => caps.maxImageBytes !== undefined))("$label", (endpoint) => {
    const { limits } = resolveSettings({ endpoint });
    const { bytes, counted } = endpoint.caps.maxImageBytes!;
    expect(limits.maxImageBytes).toBe(counted === "raw" ? 4 * Math.ceil(bytes / 3) : bytes);
    expect(validateImageBytes(limits.maxImageBytes, limits)).toBeUndefined();
    expect(validateImageBytes(limits.maxImageBytes + 1, limits)).toMatchObject({
      actual: limits.maxImageBytes + 1,
      limit: limits.maxImageBytes,
    });
  });
});

test("T28: only drafts are stored in the browser, as Blobs in IndexedDB: base64 would fill the quota with a few pictures", () => {
  const writers = under("src").filter((path) =>
    /localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie/.test(read(path)),
  );
  expect(writers).toEqual(["src/drafts/draft-store.ts"]);
});

describe("the table of traps", () => {
  const NUMBERS = Array.from({ length: 36 }, (_, at) => `T${at + 1}`);
  const rows = new Map(
    [...read("test/traps.md").matchAll(/^\| (T\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
      ([, number, cover]) => [number, cover!.trim()] as const,
    ),
  );
  /** A trap's number in the title of a test, a group of tests, or a row of a table of tests; comments do not count. */
  const named = (path: string, number: string) =>
    read(path)
      .split("\n")
      .some((line) => !/^\s*(\/\/|\/?\*)/.test(line) && new RegExp(`["'\`][^"'\`]*\\b${number}\\b`).test(line));

  test("has a row for each, and no other", () => {
    expect([...rows.keys()]).toEqual(NUMBERS);
  });

  test.each(NUMBERS)(
    "%s: each file the row names has a test named by its number, or the row says why there can be none",
    (number) => {
      const cover = rows.get(number)!;
      const files = [...cover.matchAll(/`(test\/[^`]+\.tsx?)`/g)].map(([, path]) => path!);
      if (cover.startsWith("No test:")) return expect(cover.length).toBeGreaterThan(40);
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((path) => !named(path, number))).toEqual([]);
    },
  );
});
