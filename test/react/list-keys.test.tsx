/** The list by keyboard, in both layouts: one Tab stop, arrows, Alt with arrows, Delete. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect } from "react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDropzoneContext } from "../../src/react/components/dropzone-context.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, itemNames, items, mount, photo, release, root, started } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
const names = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"];

beforeAll(async () => {
  files = await Promise.all(names.map(photo));
});
beforeEach(() => {
  stage.pool = heldPool(4);
  document.dir = "";
});

/** A preview that only notes what it was asked to open. */
function PreviewStandIn({ onOpen }: { onOpen: (id: string) => void }) {
  const { providePreview } = useDropzoneContext();
  useEffect(() => providePreview(onOpen), [providePreview, onOpen]);
  return null;
}

async function mountFour(props: Parameters<typeof mount>[0] = {}) {
  const onOpen = vi.fn();
  const view = mount({ children: <PreviewStandIn onOpen={onOpen} />, ...props });
  await drop(root(), ...files);
  await started(4);
  await release();
  return { ...view, onOpen };
}

const key = (name: string, more: KeyboardEventInit = {}) =>
  doing(() => void fireEvent.keyDown(document.activeElement!, { key: name, ...more }));
const at = () => items().findIndex((item) => item.contains(document.activeElement));
const control = () => {
  const { dataset } = document.activeElement as HTMLElement;
  return dataset.action ?? ("vdItemOpen" in dataset ? "open" : "none");
};
const tabStops = () => screen.getAllByRole<HTMLButtonElement>("button").filter(({ tabIndex }) => tabIndex === 0);

describe.each([
  ["tiles", "ArrowRight", "ArrowLeft", "ArrowDown"],
  ["rows", "ArrowDown", "ArrowUp", "ArrowRight"],
] as const)("list keys: %s", (layout, next, previous, across) => {
  test("the list is one Tab stop, which the arrows, Home and End move", async () => {
    await mountFour({ layout });
    // The area, the list and the meter's details.
    expect(tabStops()).toHaveLength(3);
    await userEvent.tab();
    await userEvent.tab();
    expect([at(), control()]).toEqual([0, "open"]);
    await key(next);
    await key(next);
    expect([at(), control()]).toEqual([2, "open"]);
    await key(previous);
    expect(at()).toBe(1);
    await key("End");
    expect(at()).toBe(3);
    await key(next);
    expect(document.activeElement!.getAttribute("aria-label")).toBe("Remove all images");
    await key(next);
    await key(previous);
    expect([at(), control()]).toEqual([3, "open"]);
    await key("Home");
    expect(at()).toBe(0);
    expect(tabStops()).toHaveLength(3);
  });

  test("arrows across the list move between the controls of one image, along it between images", async () => {
    await mountFour({ layout });
    items()[0]!.querySelector<HTMLElement>("[data-vd-item-open]")!.focus();
    await key(across);
    expect([at(), control()]).toEqual([0, "later"]);
    await key(across);
    expect([at(), control()]).toEqual([0, "menu"]);
    await key(across);
    expect([at(), control()]).toEqual([0, "remove"]);
    await key(next);
    expect([at(), control()]).toEqual([1, "remove"]);
  });

  test("Alt with an arrow moves the image, and the focus goes with it", async () => {
    await mountFour({ layout });
    items()[0]!.querySelector<HTMLElement>("[data-vd-item-open]")!.focus();
    await key(next, { altKey: true });
    await waitFor(() => expect(itemNames()).toEqual(["b.jpg", "a.jpg", "c.jpg", "d.jpg"]));
    expect([at(), control()]).toEqual([1, "open"]);
    await key(previous, { altKey: true });
    await key(previous, { altKey: true });
    expect(itemNames()).toEqual(names);
  });

  test("Delete removes the image, and the focus goes to its neighbour, at last to the area", async () => {
    await mountFour({ layout });
    items()[2]!.querySelector<HTMLElement>("[data-vd-item-open]")!.focus();
    await key("Delete");
    await waitFor(() => expect(itemNames()).toEqual(["a.jpg", "b.jpg", "d.jpg"]));
    expect([at(), control()]).toEqual([2, "open"]);
    await key("Backspace");
    await waitFor(() => expect(itemNames()).toEqual(["a.jpg", "b.jpg"]));
    expect([at(), control()]).toEqual([1, "open"]);
    await key("Delete");
    await key("Delete");
    await waitFor(() => expect(items()).toEqual([]));
    expect(document.activeElement!.hasAttribute("data-vd-area")).toBe(true);
  });

  test("Enter on the picture opens its preview", async () => {
    const { onOpen } = await mountFour({ layout });
    items()[1]!.querySelector<HTMLElement>("[data-vd-item-open]")!.focus();
    await userEvent.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(items()[1]!.dataset.id);
  });
});

test("tiles from right to left: the left arrow leads on", async () => {
  document.dir = "rtl";
  await mountFour({ layout: "tiles", style: { direction: "rtl" } });
  items()[0]!.querySelector<HTMLElement>("[data-vd-item-open]")!.focus();
  await key("ArrowLeft");
  expect(at()).toBe(1);
});

test("list keys: without a preview the remove button is the way into an image", async () => {
  await mountFour({ layout: "tiles", preview: false, children: undefined });
  await userEvent.tab();
  await userEvent.tab();
  expect([at(), control()]).toEqual([0, "remove"]);
  await key("ArrowRight");
  expect([at(), control()]).toEqual([1, "remove"]);
});
