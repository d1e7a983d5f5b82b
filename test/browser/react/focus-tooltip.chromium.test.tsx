/** A tile's name and figures, for people who use a keyboard. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import "../../../src/react/styles.css";
import { doing, drop, items, mount, photo, root, statuses } from "./page.js";

const tooltip = () => document.querySelector<HTMLElement>("[data-vd-tooltip]");
const lines = () => Array.from(tooltip()?.children ?? [], ({ textContent }) => textContent);

test("tooltip: shows a tile's name for the keyboard, beside the tiles, until Escape", async () => {
  mount({ layout: "tiles" });
  const files = await Promise.all(["first.jpg", "second.jpg", "third.jpg"].map((name) => photo(name)));
  await doing(() => void drop(root(), ...files));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready"]), { timeout: 30_000 });
  await userEvent.hover(items()[0]!);
  expect(tooltip()).toBeNull();

  screen.getByRole("button", { name: /^Drop, paste/ }).focus();
  await userEvent.tab();
  const keys = expect.stringMatching(
    /^Enter: open \u00b7 Shift\+F10: options \u00b7 (Alt|Option) \+ arrow keys: move \u00b7 Delete: remove$/,
  );
  await waitFor(() => expect(lines()).toEqual([items()[0]?.title, keys]));
  expect(items()[0]?.title).toContain("first.jpg");
  expect(document.activeElement?.getAttribute("aria-keyshortcuts")).toBe("Alt+ArrowLeft Alt+ArrowRight Delete");
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() => expect(lines()).toEqual([items()[1]?.title, keys]));
  const { top, bottom, left, right } = tooltip()!.getBoundingClientRect();
  const line = items()[0]!.getBoundingClientRect();
  expect(bottom <= line.top || top >= line.bottom).toBe(true);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(innerWidth);

  await userEvent.keyboard("{ArrowDown}");
  await waitFor(() => expect(lines()).toEqual([document.activeElement?.getAttribute("aria-label"), ""]));
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(tooltip()).toBeNull());
  expect(items()[1]?.contains(document.activeElement)).toBe(true);

  // Alone, an image has nowhere to go.
  await userEvent.keyboard("{Delete}");
  await waitFor(() => expect(items()).toHaveLength(2));
  await userEvent.keyboard("{Delete}{ArrowUp}");
  await waitFor(() => expect(items()).toHaveLength(1));
  await waitFor(() =>
    expect(lines()).toEqual([items()[0]?.title, "Enter: open \u00b7 Shift+F10: options \u00b7 Delete: remove"]),
  );
});
