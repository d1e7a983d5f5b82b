/** A tile's name and figures, for who comes by keyboard. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import "../../../src/react/styles.css";
import { doing, drop, items, mount, photo, root, statuses } from "./page.js";

const tooltip = () => document.querySelector<HTMLElement>("[data-vd-tooltip]");

test("tooltip: the keyboard is told what the pointer is, beside the tiles, until Escape", async () => {
  mount({ layout: "tiles" });
  const files = await Promise.all(["first.jpg", "second.jpg", "third.jpg"].map((name) => photo(name)));
  await doing(() => void drop(root(), ...files));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready"]), { timeout: 30_000 });
  await userEvent.hover(items()[0]!);
  expect(tooltip()).toBeNull();

  screen.getByRole("button", { name: /^Drop, paste/ }).focus();
  await userEvent.tab();
  await waitFor(() => expect(tooltip()?.textContent).toBe(items()[0]?.title));
  expect(tooltip()?.textContent).toContain("first.jpg");
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() => expect(tooltip()?.textContent).toBe(items()[1]?.title));
  const { top, bottom, left, right } = tooltip()!.getBoundingClientRect();
  const line = items()[0]!.getBoundingClientRect();
  expect(bottom <= line.top || top >= line.bottom).toBe(true);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(innerWidth);

  await userEvent.keyboard("{ArrowDown}");
  await waitFor(() => expect(tooltip()?.textContent).toBe(document.activeElement?.getAttribute("aria-label")));
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(tooltip()).toBeNull());
  expect(items()[1]?.contains(document.activeElement)).toBe(true);
});
