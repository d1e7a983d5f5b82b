/** The menu of one image in a real page: real keys, the top layer, styles. */
import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "../../../src/react/styles.css";
import { doing, items, mount, photo, statuses } from "./page.js";

const timeLimit = { timeout: 30_000 };
let photos: File[];
beforeAll(async () => {
  photos = await Promise.all(["a.jpg", "b.jpg"].map((name) => photo(name, 400, 300)));
});

async function withTiles() {
  const view = mount({ layout: "tiles" });
  await doing(() => void view.handle.current!.add(photos));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready"]), timeLimit);
  return view;
}
const opener = (index: number) => items()[index]!.querySelector<HTMLElement>("[data-vd-item-open]")!;
const menu = () => screen.findByRole("menu", {}, timeLimit);

test("item menu: opens by Shift+F10 above all else, within the window, and its focus comes back", async () => {
  const direction = document.dir;
  onTestFinished(() => void (document.dir = direction));
  for (const dir of ["ltr", "rtl"]) {
    document.dir = dir;
    const { unmount } = await withTiles();
    opener(1).focus();
    await userEvent.keyboard("{Shift>}{F10}{/Shift}");
    const opened = await menu();
    const { left, right, top, bottom, width } = opened.getBoundingClientRect();
    expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight, width > 100]).toEqual(Array(5).fill(true));
    // The tile cuts off what leaves it.
    expect(opened.contains(document.elementFromPoint((left + right) / 2, bottom - 20))).toBe(true);
    const { violations } = await axe.run(opened, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await userEvent.keyboard("{End}{Enter}");
    await waitFor(() => expect(items()[1]!.dataset.pinned).toBe(""));
    expect(document.activeElement).toBe(opener(1));
    unmount();
  }
});

test("item menu: what lies below does not shine through, whatever the app's surfaces are", async () => {
  const { style } = document.documentElement;
  onTestFinished(() => void style.removeProperty("--vd-surface-raised"));
  style.setProperty("--vd-surface-raised", "rgb(255 255 255 / 6%)");
  await withTiles();
  opener(0).focus();
  await userEvent.keyboard("{Shift>}{F10}{/Shift}");
  const { backgroundColor, color } = getComputedStyle(await menu());
  const alphaOf = (shown: string) => /\/ ([\d.]+)|rgba\(.*, ([\d.]+)\)/.exec(shown)?.slice(1).find(Boolean) ?? "1";
  expect([alphaOf(backgroundColor), alphaOf(color)]).toEqual(["1", "1"]);
});

test("item menu: in the preview Escape closes the menu first", async () => {
  await withTiles();
  await userEvent.click(opener(0));
  await waitFor(() => expect(document.querySelector("dialog")?.matches(":modal")).toBe(true), timeLimit);
  await page.getByText("Options", { exact: true }).click();
  await menu();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.querySelector("dialog")?.open).toBe(true);
  expect(document.activeElement?.textContent).toBe("Options");
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(document.querySelector("dialog")).toBeNull());
});
