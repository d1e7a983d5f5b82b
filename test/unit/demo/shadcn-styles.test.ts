/** What Tailwind made for the page of demo/scenes/shadcn is written again when a class is added. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("shadcn composer: the page's stylesheet has each class that is named", () => {
  const read = (file: string) => readFileSync(new URL(`../../../demo/scenes/shadcn/${file}`, import.meta.url), "utf8");
  const made = new Set(
    [...read("tailwind.css").matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) => name.replaceAll(/\\(.)/g, "$1")),
  );
  const sources = ["vision-composer.tsx", "chat.tsx", "components/ui/button.tsx"].map(read).join("\n");
  const texts = [...sources.matchAll(/"([^"\n]+)"/g)].map(([, text = ""]) => text.split(/\s+/));
  const named = new Set(texts.filter((words) => words.length > 1 && words.some((word) => /[-[]/.test(word))).flat());
  // Names its element for the classes inside it.
  named.delete("group");
  expect(named.size).toBeGreaterThan(60);
  expect([...named].filter((name) => !made.has(name))).toEqual([]);
});
