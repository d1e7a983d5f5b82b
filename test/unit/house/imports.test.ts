import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { parsedSources, type ParsedSource } from "./parsed-source.js";
import { EAGER_ENTRIES, EXCEPTIONS, NEVER_EAGER, roomOf } from "./rooms.js";

const src = parsedSources("src");
const demo = parsedSources("demo");
const tests = parsedSources("test");

const isRelative = (specifier: string) => specifier.startsWith(".");
const packageOf = (specifier: string) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier;

/** Where a relative import leads: a path in the project, with the extension of the source. */
function target(from: string, specifier: string): string {
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*/, "")).replace(/\.js$/, ".ts");
  return src.some((file) => file.path === `${path}x`) ? `${path}x` : path;
}

/** Every import that breaks the table, in words. */
function violations(file: ParsedSource): string[] {
  const { at, uses, knows = [], loads = [], packages = [] } = roomOf(file.path);
  return file.imports.flatMap(({ specifier, typeOnly, lazy }) => {
    if (!isRelative(specifier)) {
      return packages.includes(packageOf(specifier)) ? [] : [`${file.path} imports the package ${specifier}`];
    }
    const to = target(file.path, specifier);
    const open = [at, ...uses, ...(typeOnly ? knows : []), ...(lazy ? loads : [])].some((prefix) =>
      to.startsWith(prefix),
    );
    return open || isException(file.path, to) ? [] : [`${file.path} imports ${to}${typeOnly ? "" : " at run time"}`];
  });
}

const isException = (path: string, to: string) => EXCEPTIONS.some((one) => one.from === path && one.to === to);

/** Every file that is there as soon as `entry` is, with the one that brought it. */
function reachedFrom(entry: string): Map<string, string> {
  const reached = new Map([[entry, entry]]);
  // A map goes on to what is added while it is walked over.
  for (const [path] of reached) {
    const file = src.find((one) => one.path === path);
    if (!file) throw new Error(`${path}, which ${reached.get(path)} imports, is not in src.`);
    for (const { specifier, typeOnly, lazy } of file.imports) {
      const to = target(path, specifier);
      if (isRelative(specifier) && !typeOnly && !lazy && !reached.has(to)) reached.set(to, path);
    }
  }
  return reached;
}

describe("imports: which folder may import which", () => {
  test("every import in src stays within what its room may know", () => {
    expect(src.flatMap(violations)).toEqual([]);
  });

  test("each exception is still needed", () => {
    const idle = EXCEPTIONS.filter(
      ({ from, to }) =>
        !src.some(
          ({ path, imports }) =>
            path === from && imports.some(({ specifier }) => isRelative(specifier) && target(path, specifier) === to),
        ),
    );
    expect(idle).toEqual([]);
  });

  test.each(EAGER_ENTRIES)("%s reaches no format, no pixels and no codec but by import()", (entry) => {
    const reached = reachedFrom(entry);
    expect(reached.size).toBeGreaterThan(30);
    const eager = [...reached].filter(([path]) => NEVER_EAGER.some((prefix) => path.startsWith(prefix)));
    expect(eager.map(([path, by]) => `${path}, by ${by}`)).toEqual([]);
  });

  test("the worker reaches all of it", () => {
    expect([...reachedFrom("src/worker.ts").keys()]).toEqual(
      expect.arrayContaining([
        "src/pipeline/prepare-file.ts",
        "src/formats/jpeg/header.ts",
        "src/pixels/encode-picture.ts",
      ]),
    );
  });

  test("each outside package but React is imported by one file", () => {
    const importers = new Map<string, Set<string>>();
    for (const file of src) {
      for (const { specifier } of file.imports.filter((one) => !isRelative(one.specifier))) {
        const name = packageOf(specifier);
        importers.set(name, (importers.get(name) ?? new Set()).add(file.path));
      }
    }
    const shared = [...importers].filter(([name, files]) => name !== "react" && files.size > 1);
    expect(shared.map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual([]);
  });

  test("the demo uses the package by its public names only", () => {
    const leading = demo.flatMap((file) =>
      file.imports.filter((one) => isRelative(one.specifier) && !target(file.path, one.specifier).startsWith("demo/")),
    );
    expect(leading).toEqual([]);
  });

  test("the tests of the built files and the end-to-end tests never reach into src", () => {
    const reaching = tests
      .filter((file) => /^test\/(dist|e2e)\//.test(file.path))
      .flatMap((file) =>
        file.imports.filter((one) => isRelative(one.specifier) && target(file.path, one.specifier).startsWith("src/")),
      );
    expect(reaching).toEqual([]);
  });

  test("barrels only re-export", () => {
    const barrels = src.filter((file) => /^src\/(index|endpoints|worker)\.ts$/.test(file.path));
    const other = barrels.flatMap((file) =>
      file.statements
        .filter((type) => !["ExportNamedDeclaration", "ExportAllDeclaration", "ImportDeclaration"].includes(type))
        .map((type) => `${file.path}: ${type}`),
    );
    expect(other).toEqual([]);
  });

  test("relative imports end in .js, so that the declarations resolve under node16", () => {
    const others = [...src, ...demo, ...tests].flatMap((file) =>
      file.imports
        // A query (`?worker&inline`) is Vite's own and names the file as it is on disk; so does a style sheet.
        .filter(({ specifier }) => isRelative(specifier) && !/\.(js|mjs|css|json)$|\?/.test(specifier))
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );
    expect(others).toEqual([]);
  });
});
