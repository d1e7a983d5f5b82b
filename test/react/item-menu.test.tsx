/** The menu of one image: what opens it, its keys, what it asks for, and what is said of that. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { heldPool } from "../fixtures/held-pool.js";
import { button, doing, drop, items, mount, lazyPart, photo, release, root, started } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
beforeAll(async () => {
  files = await Promise.all(["a.jpg", "b.jpg"].map(photo));
});
beforeEach(() => {
  stage.pool = heldPool(2);
});

async function mountTwo(props: Parameters<typeof mount>[0] = {}) {
  const view = mount(props);
  await drop(root(), ...files);
  await started(2);
  await release();
  return view;
}

const tile = (index: number) => items()[index]!.querySelector<HTMLElement>("[data-vd-item-open]")!;
const menu = () => lazyPart("menu", "Options for a.jpg");
const key = (name: string) => doing(() => void fireEvent.keyDown(document.activeElement!, { key: name }));
const focused = () => document.activeElement!.textContent;
const spoken = () => screen.getByRole("status").textContent;

test.each(["tiles", "rows"] as const)("item menu: opens by the key for it, closes by Escape, in %s", async (layout) => {
  await mountTwo({ layout });
  tile(0).focus();
  // What the browser makes of the menu key and of Shift+F10.
  expect(fireEvent.contextMenu(tile(0))).toBe(false);
  const shown = await menu();
  expect(within(shown).getAllByRole("menuitemradio", { checked: true })).toEqual([document.activeElement]);
  expect(focused()).toMatch(/^Normal/);
  await key("ArrowUp");
  expect(focused()).toMatch(/^Pin/);
  await key("ArrowDown");
  await key("t");
  expect(focused()).toMatch(/^Text/);
  // The image stays, and its list does not move the focus.
  await key("Delete");
  await key("Escape");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(items()).toHaveLength(2);
  expect(document.activeElement).toBe(tile(0));
});

test("item menu: a preset prepares that image alone again, and the focus stays on it", async () => {
  const { handle } = await mountTwo();
  const more = button("Options for a.jpg");
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await doing(() => void fireEvent.click(more));
  await menu();
  expect(more.getAttribute("aria-expanded")).toBe("true");
  await doing(() => void fireEvent.click(screen.getByRole("menuitemradio", { name: /^Thumbnail/ })));
  await started(3);
  expect(document.activeElement).toBe(button("Options for a.jpg"));
  await release(2);
  expect(stage.pool.jobs[2]!.job.target).toEqual({ width: 512, height: 384 });
  const optionsOf = async () => (await handle.current!.whenReady()).items.map(({ options }) => options);
  expect(await optionsOf()).toEqual([{ preset: "thumbnail" }, undefined]);
  await doing(() => void fireEvent.click(button("Options for a.jpg")));
  await menu();
  await doing(() => void fireEvent.click(screen.getByRole("menuitemradio", { name: /^Normal/ })));
  await started(4);
  await release(3);
  expect(await optionsOf()).toEqual([undefined, undefined]);
});

test("item menu: a pin is announced, shown and removed, and nothing is prepared again for it", async () => {
  await mountTwo();
  const press = async () => {
    await doing(() => void fireEvent.click(button("Options for a.jpg")));
    await menu();
    await doing(() => void fireEvent.click(screen.getByRole("menuitemcheckbox", { name: /^Pin/ })));
  };
  await press();
  await waitFor(() => expect(spoken()).toBe("a.jpg pinned. It will be shrunk last."));
  expect(items().map(({ dataset }) => dataset.pinned)).toEqual(["", undefined]);
  expect(items()[0]!.textContent).toContain("Pinned");
  await press();
  await waitFor(() => expect(spoken()).toBe("a.jpg is no longer pinned."));
  expect(items()[0]!.dataset.pinned).toBeUndefined();
  expect(stage.pool.jobs).toHaveLength(2);
});

test("item menu: a press beside it, the button again and Tab close it", async () => {
  await mountTwo();
  for (const close of [
    () => fireEvent.pointerDown(document.body),
    () => fireEvent.click(button("Options for a.jpg")),
    () => fireEvent.keyDown(document.activeElement!, { key: "Tab" }),
  ]) {
    await doing(() => void fireEvent.click(button("Options for a.jpg")));
    await menu();
    await doing(() => void close());
    expect(screen.queryByRole("menu")).toBeNull();
  }
});

test("item menu: words are replaced like all others; no menu while disabled or for a file that was rejected", async () => {
  const { update } = await mountTwo({ messages: { itemMenu: (name) => `Optionen ${name}`, menuPin: "Anheften" } });
  await doing(() => void fireEvent.click(button("Optionen a.jpg")));
  expect(await screen.findByRole("menuitemcheckbox", { name: /^Anheften/ })).toBeDefined();
  update({ disabled: true });
  expect(screen.queryByRole("menu")).toBeNull();
  expect(fireEvent.contextMenu(tile(0))).toBe(true);
  update({ disabled: false });
  await drop(root(), new File(["words"], "notes.png"));
  await waitFor(() => expect(items()).toHaveLength(3));
  expect(fireEvent.contextMenu(items()[2]!)).toBe(true);
});
