/**
 * A list longer than its box, with the default look: the browser skips what is out of sight, but nothing else does. One list for
 * all tests, since sixty images take seconds; each test starts from the state that the one before left.
 */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { createRoot } from "react-dom/client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../../src/react/components/vision-dropzone.js";
import "../../../src/react/styles.css";
import { type Block, doing, notImage, photo, root, statuses } from "./page.js";

const COUNT = 60;

let small: File;
const handle: { current: VisionDropzoneHandle<Block> | null } = { current: null };
const container = document.createElement("div");
/** Testing Library's `render` would end it after the first test. */
const reactRoot = createRoot(container);

const list = () => document.querySelector<HTMLElement>("[data-vd-list]")!;
const rows = () => [...list().querySelectorAll<HTMLElement>("[data-vd-item]")];
const isBad = (index: number) => index % 10 === 5;
/** The names in the list: the rejected files stand apart. */
const NAMES = Array.from({ length: COUNT }, (_, index) => `photo-${index}.jpg`).filter((_, index) => !isBad(index));
const isDrawn = (row: Element) =>
  row.querySelector("[data-action=remove]")!.checkVisibility({ contentVisibilityAuto: true });
function isInSight(row: Element, box = list().getBoundingClientRect()): boolean {
  const own = row.getBoundingClientRect();
  return own.top >= box.top - 1 && own.bottom <= box.bottom + 1 && isDrawn(row);
}
const heading = (row: Element) => row.querySelector("[data-vd-item-name]")!.textContent;
const names = () => rows().map(heading);
const frames = (count: number) =>
  new Promise<void>((resolve) => {
    const next = (left: number) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : resolve());
    next(count);
  });

/** Every tenth is rejected. */
beforeAll(async () => {
  small = await photo("small.jpg", 40, 30);
  document.body.append(container);
  await act(async () =>
    reactRoot.render(<VisionDropzone endpoint={anthropicMessages} ref={handle} style={{ inlineSize: "30rem" }} />),
  );
  const named = (index: number) =>
    new File([isBad(index) ? notImage : small], `photo-${index}.jpg`, { type: "image/jpeg" });
  await doing(() => void handle.current!.add(Array.from({ length: COUNT }, (_, index) => named(index))));
  await waitFor(() => {
    const left = COUNT - statuses().filter((status) => status === "ready" || status === "rejected").length;
    if (left > 0) throw new Error(`${left} images are at work.`);
  });
});
afterEach(() => {
  document.dir = "";
  list().scrollTop = 0;
});
afterAll(async () => {
  await act(async () => reactRoot.unmount());
  container.remove();
});

// This test comes first: nothing has scrolled yet.
test("long list: the scroll height is right before scrolling", async () => {
  const guessed = list().scrollHeight;
  for (let at = 0; at < guessed; at += 200) {
    list().scrollTop = at;
    await frames(1);
  }
  await frames(2);
  expect(Math.abs(list().scrollHeight - guessed)).toBeLessThan(guessed * 0.1);
  expect(isDrawn(rows().at(-1)!)).toBe(true);
});

test("long list: rows far out of sight are not rendered, but screen readers find them all", async () => {
  expect(names()).toEqual(NAMES);
  await waitFor(() => expect([rows()[0]!, rows().at(-1)!].map(isDrawn)).toEqual([true, false]));
  expect(within(screen.getByRole("list", { name: "Images" })).getAllByRole("listitem")).toEqual(rows());
  expect([...list().children]).toEqual(rows());
  const { violations } = await axe.run(root(), { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});

test("long list: an image added out of sight is found by scrolling to the end", async () => {
  const before = rows().length;
  await doing(() => void handle.current!.add([new File([small], "one-more.jpg", { type: small.type })]));
  await waitFor(() => expect(rows()).toHaveLength(before + 1));
  await waitFor(() => expect(rows().at(-1)!.dataset.status).toBe("ready"));
  await frames(2);
  // A list whose end comes into sight has the height of its rows.
  list().scrollTop = list().scrollHeight;
  await frames(2);
  list().scrollTop = list().scrollHeight;
  await waitFor(() => expect(isInSight(rows().at(-1)!)).toBe(true));
  expect(heading(rows().at(-1)!)).toBe("one-more.jpg");
  const empty = list().getBoundingClientRect().bottom - rows().at(-1)!.getBoundingClientRect().bottom;
  expect(empty).toBeLessThan(10);
});

describe("long list: keyboard", () => {
  test("the focus goes to rows out of sight, and brings them there; what is removed there leaves it on the next", async () => {
    const before = names();
    const remove = rows()[49]!.querySelector<HTMLElement>("[data-action=remove]")!;
    remove.focus();
    expect(document.activeElement).toBe(remove);
    await waitFor(() => expect(isInSight(rows()[49]!)).toBe(true));
    await doing(() => void fireEvent.keyDown(remove, { key: "Delete" }));
    await waitFor(() => expect(rows()).toHaveLength(before.length - 1));
    expect(document.activeElement!.closest("[data-vd-item]")).toBe(rows()[49]);
    expect(heading(rows()[49]!)).toBe(before[50]);
  });

  test("a row that is moved far down the list stays in sight and keeps the focus", async () => {
    const at = 40;
    const earlier = rows()[at]!.querySelector<HTMLElement>("[data-action=earlier]")!;
    const name = heading(rows()[at]!);
    earlier.focus();
    await doing(() => void fireEvent.click(earlier));
    await waitFor(() => expect(heading(rows()[at - 1]!)).toBe(name));
    expect(document.activeElement).toBe(rows()[at - 1]!.querySelector("[data-action=earlier]"));
    await waitFor(() => expect(isInSight(rows()[at - 1]!)).toBe(true));
  });

  test("the strip of rejected files scrolls in itself, and its last file is one key away", async () => {
    const strip = document.querySelector<HTMLElement>("[data-vd-rejected-list]")!;
    expect(strip.clientHeight).toBeLessThan(160);
    await waitFor(() => expect(strip.dataset.moreAfter).toBe(""));
    const [first, last] = [strip.firstElementChild!, strip.lastElementChild!];
    first.querySelector<HTMLElement>("[data-action=remove]")!.focus();
    await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "End" }));
    expect(last.contains(document.activeElement)).toBe(true);
    await waitFor(() => expect(isInSight(last, strip.getBoundingClientRect())).toBe(true));
    await waitFor(() => expect(strip.dataset.moreBefore).toBe(""));
  });
});

test("long list: on a page from right to left nothing sticks out of the list", async () => {
  document.dir = "rtl";
  expect(list().scrollWidth).toBe(list().clientWidth);
});
