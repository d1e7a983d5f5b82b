/** Rows on a page from right to left: names keep their own direction, but begin where the page's lines do. */
import { waitFor } from "@testing-library/react";
import { expect, onTestFinished, test } from "vitest";
import "../../../src/react/styles.css";
import { doing, drop, items, mount, photo, root, statuses } from "./page.js";

test("right to left: a long name begins where a short one does", async () => {
  document.dir = "rtl";
  onTestFinished(() => void (document.dir = ""));
  mount({ layout: "rows" });
  const files = await Promise.all(["sun.jpg", "a-name-that-is-split.jpg"].map((name) => photo(name, 64, 48)));
  await doing(() => void drop(root(), ...files));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready"]));
  const [short, long] = items().map((item) => item.querySelector("[data-vd-item-name]")!);
  const tail = long!.querySelector("[data-vd-name-tail]")!;
  expect(tail.getBoundingClientRect().right).toBeCloseTo(short!.querySelector("bdi")!.getBoundingClientRect().right, 0);
});
