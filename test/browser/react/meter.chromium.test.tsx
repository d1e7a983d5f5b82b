/** The meter's buttons by keyboard: each disappears when it has been used, and the focus must not go with it. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { doing, drop, mount, photo, root, statuses } from "./page.js";

const group = () => document.querySelector("[data-vd-meter-actions]");
const area = () => document.querySelector("[data-vd-area]");
const press = async (name: RegExp) => {
  (await screen.findByRole("button", { name })).focus();
  await userEvent.keyboard("{Enter}");
};

async function mountShrunk() {
  const { handle, update } = mount();
  const file = await photo("a.jpg");
  await doing(() => void drop(root(), file));
  const { estimate } = await handle.current!.whenReady();
  update({ maxRequestBytes: Math.round(estimate.bytes * 0.7) });
  await waitFor(() => expect(root().dataset.status).toBe("over"));
  await press(/^Shrink to fit/);
  await screen.findByRole("button", { name: "Undo" });
  expect(document.activeElement).toBe(group());
  return { update, estimate };
}

test("the meter: Undo of the shrinking keeps the focus in its group while the request is over its limit", async () => {
  await mountShrunk();
  await press(/^Undo$/);
  await waitFor(() => expect(root().dataset.status).toBe("over"));
  expect(document.activeElement).toBe(group());
});

test("the meter: Undo of the shrinking leads to the area if the full pictures fit by now", async () => {
  const { update, estimate } = await mountShrunk();
  update({ maxRequestBytes: estimate.bytes * 2 });
  await press(/^Undo$/);
  await waitFor(() => expect(group()).toBeNull());
  expect(document.activeElement).toBe(area());
  expect(statuses()).toEqual(["ready"]);
});

test("the meter: Undo of the shrinking is disabled with the dropzone", async () => {
  const { update, estimate } = await mountShrunk();
  const undo = screen.getByRole<HTMLButtonElement>("button", { name: "Undo" });
  expect(undo.disabled).toBe(false);
  update({ maxRequestBytes: Math.round(estimate.bytes * 0.7), disabled: true });
  expect(undo.disabled).toBe(true);
});
