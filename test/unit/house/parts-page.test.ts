import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface PartsPage {
  PAGE: string;
  partsPage: () => string;
}

const script = new URL("../../setup/parts-page.mjs", import.meta.url).href;
const { PAGE, partsPage } = (await import(script)) as PartsPage;

test("docs/parts.md: names every attribute, state and variable; `npm run docs:parts` writes it", () => {
  const page = partsPage();
  expect(page).toContain('`data-vd-meter` | `data-level="ok \\| near \\| over"`');
  expect(page).toContain("| `--vd-tile-size` | `72px` |");
  expect(readFileSync(PAGE, "utf8")).toBe(page);
});
