import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The names a barrel exports, types marked as such, whatever file they come from. */
function exportsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type = "", names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (name.startsWith("type ") ? name : type + name)),
  );
  const functions = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name!);
  return [...lists, ...functions];
}

test("the package's main entry has everything of its core entry", () => {
  const core = exportsOf("src/core.ts");
  expect(core).toContain("prepareImage");
  expect(core).toContain("type UrlCheck");
  const main = new Set(exportsOf("src/index.ts"));
  expect(core.filter((name) => !main.has(name))).toEqual([]);
});
