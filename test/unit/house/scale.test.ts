/** One scale for the component and the demo: four sizes of type, three weights, four radii, and steps of half and whole eights. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const sheets = [
  "src/react/styles.css",
  ...readdirSync(new URL("demo/styles/", root)).map((name) => `demo/styles/${name}`),
];

interface Declaration {
  selector: string;
  property: string;
  value: string;
}

function declarationsOf(sheet: string): Declaration[] {
  const css = readFileSync(new URL(sheet, root), "utf8")
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/url\('[^']*'\)/g, "url()");
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = "", body = ""]) =>
    body.split(";").flatMap((line) => {
      const [, property, value] = /^\s*([\w-]+):\s*([^]+?)\s*$/.exec(line) ?? [];
      return property === undefined || value === undefined ? [] : [{ selector: selector.trim(), property, value }];
    }),
  );
}

/** What a value is made of: `calc()` is one piece. */
const piecesOf = (value: string): string[] => value.match(/calc\((?:[^()]|\([^()]*\))*\)|var\([^()]*\)|\S+/g) ?? [];

const token = (names: string) => new RegExp(`^(0|auto|inherit|var\\(--(${names})\\))$`);
/** Whole steps, or one half of one; a line of 1 px is no distance. */
const STEP = /^(0|auto|-?1px|var\(--_?(step|half|step-2|step-3)\)|calc\(var\(--_?(step|half)\) \* (-1|-?[2-9])\))$/;

const RULES: readonly [string, RegExp, RegExp][] = [
  ["font size", /^font-size$/, token("_small|_size|_large|_title|text-small|text|text-large|text-title")],
  ["weight", /^font-weight$/, token("_?normal|_?medium|_?strong")],
  ["radius", /^border(-\w+)*-radius$/, token("_radius(-small|-large|-full)?|round(-small|-large|-full)?")],
  ["font", /^font$/, /^inherit$/],
  ["distance", /^((row-|column-)?gap|(margin|padding)(-[\w-]+)?)$/, STEP],
];

/** Hidden except from screen readers: a distance that nobody sees. */
const isHidden = ({ selector }: Declaration) => selector.includes("[data-vd-status]");

describe.each(sheets)("scale: %s", (sheet) => {
  it.each(RULES)("every %s is one of the scale's", (_name, property, allowed) => {
    const others = declarationsOf(sheet)
      .filter((one) => property.test(one.property) && !isHidden(one))
      .filter(({ value }) => !piecesOf(value).every((piece) => allowed.test(piece)))
      .map((one) => `${one.selector} { ${one.property}: ${one.value} }`);
    expect(others).toEqual([]);
  });
});

it("scale: it has as many steps as it says", () => {
  const declared = declarationsOf("demo/styles/base.css").filter(({ selector }) => selector === ":root");
  const count = (names: RegExp) => declared.filter(({ property }) => names.test(property)).length;
  expect([count(/^--text/), count(/^--(normal|medium|strong)$/), count(/^--round/)]).toEqual([4, 3, 4]);
});

it("scale: what only readers hear is hidden by one rule of the demo", () => {
  const hidden = sheets
    .filter((sheet) => sheet.startsWith("demo/"))
    .flatMap((sheet) => declarationsOf(sheet).filter(({ property }) => property === "clip-path"));
  expect(hidden).toHaveLength(1);
});
