import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "../house/parsed-source.js";
import { SLOW_TESTS } from "../../setup/slow-tests.js";

test("slow tests: each file that the fast loop leaves out is there", () => {
  expect(SLOW_TESTS.filter((path) => !existsSync(root + path))).toEqual([]);
});
