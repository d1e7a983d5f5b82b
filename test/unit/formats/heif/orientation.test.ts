import { expect, test } from "vitest";
import { mirror, rotate } from "../../../../src/formats/heif/orientation.js";
import type { Orientation } from "../../../../src/shared/types.js";

/** A picture as rows. EXIF's eight values on one that has no symmetry. */
type Rows = string[];
const STORED: Rows = ["abc", "def"];
const UPRIGHT: Readonly<Record<Orientation, Rows>> = {
  1: ["abc", "def"],
  2: ["cba", "fed"],
  3: ["fed", "cba"],
  4: ["def", "abc"],
  5: ["ad", "be", "cf"],
  6: ["da", "eb", "fc"],
  7: ["fc", "eb", "da"],
  8: ["cf", "be", "ad"],
};
const all = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const column = (rows: Rows, at: number) => rows.map((row) => row.charAt(at)).join("");
const anticlockwise = (rows: Rows): Rows => [...(rows[0] ?? "")].map((_, at) => column(rows, at)).reverse();
const leftRight = (rows: Rows): Rows => rows.map((row) => [...row].reverse().join(""));

test("HEIF orientation: the table above is EXIF's: 1 is as stored", () => {
  expect(UPRIGHT[1]).toEqual(STORED);
});

test.each(all)("HEIF orientation: rotating orientation %i rotates the picture", (orientation) => {
  let rows = UPRIGHT[orientation];
  for (const quarters of [1, 2, 3]) {
    rows = anticlockwise(rows);
    expect(UPRIGHT[rotate(orientation, quarters)]).toEqual(rows);
  }
  expect(rotate(orientation, 0)).toBe(orientation);
});

test.each(all)("HEIF orientation: mirroring orientation %i mirrors the picture", (orientation) => {
  expect(UPRIGHT[mirror(orientation, 1)]).toEqual(leftRight(UPRIGHT[orientation]));
  expect(UPRIGHT[mirror(orientation, 0)]).toEqual([...UPRIGHT[orientation]].reverse());
});
