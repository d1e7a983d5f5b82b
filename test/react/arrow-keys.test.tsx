import { expect, test } from "vitest";
import { arrowStep, type Axis } from "../../src/react/hooks/arrow-keys.js";

test.each<[string, Axis, "ltr" | "rtl", string]>([
  ["ArrowRight", "inline", "ltr", "items 1"],
  ["ArrowLeft", "inline", "ltr", "items -1"],
  ["ArrowRight", "inline", "rtl", "items -1"],
  ["ArrowLeft", "inline", "rtl", "items 1"],
  ["ArrowDown", "inline", "rtl", "controls 1"],
  ["ArrowUp", "inline", "ltr", "controls -1"],
  ["ArrowDown", "block", "rtl", "items 1"],
  ["ArrowUp", "block", "ltr", "items -1"],
  ["ArrowRight", "block", "ltr", "controls 1"],
  ["ArrowRight", "block", "rtl", "controls -1"],
  ["Home", "block", "ltr", "none"],
  ["ArrowKey", "inline", "ltr", "none"],
])("an arrow key: %s in a list along the %s axis, %s, leads to %s", (key, axis, direction, expected) => {
  const step = arrowStep(key, axis, direction === "rtl");
  expect(step ? `${step.among} ${step.step}` : "none").toBe(expected);
});
