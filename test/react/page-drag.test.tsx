/** Files dragged over the page: what the area says, and where they may be dropped. */
import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { countDragged } from "../../src/react/drop/use-page-drag.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, itemNames, mount, photo, root, transfer } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let a: File;
const text = new File(["words"], "notes.txt", { type: "text/plain" });

beforeAll(async () => {
  a = await photo("a.jpg");
});
beforeEach(() => {
  stage.pool = heldPool();
});

test.each([
  ["images", ["image/jpeg", "image/png"], { imageCount: 2, otherCount: 0 }],
  ["an image among others", ["text/plain", "image/webp", "application/zip"], { imageCount: 1, otherCount: 2 }],
  ["what an app's decoder takes", ["application/pdf"], { imageCount: 1, otherCount: 0 }],
  ["files of which nothing is said", ["", "application/x-moz-file"], { imageCount: 2, otherCount: 0 }],
  ["a drag of which nothing is said", [], { imageCount: 0, otherCount: 0 }],
])("page drag: what is dragged is counted: %s", (_what, types, expected) => {
  expect(countDragged(types, "image/jpeg,application/pdf,.pdf")).toEqual(expected);
});

const title = () => document.querySelector("[data-vd-area-title]")!.textContent;
const drag = (type: "dragEnter" | "dragLeave" | "dragOver", target: Element, ...files: File[]) =>
  doing(() => void fireEvent[type](target, { dataTransfer: transfer(files) }));

describe("page drag: the area", () => {
  test("says where to drop while files are over the page, and how many when they are over it", async () => {
    mount();
    await drag("dragEnter", document.body, a, a);
    expect(title()).toBe("Drop here");
    expect(root().hasAttribute("data-drag-page")).toBe(true);
    expect(root().hasAttribute("data-drag-active")).toBe(false);
    await drag("dragEnter", root(), a, a);
    await drag("dragLeave", document.body, a, a);
    expect(title()).toBe("Drop to add 2 images");
    await drag("dragLeave", root(), a, a);
    expect(title()).toBe("Drop, paste or choose images");
  });

  test("says that it takes images only, when none of the files is one", async () => {
    mount();
    await drag("dragEnter", root(), text);
    expect(title()).toBe("Images only");
    await drop(root(), text);
    expect(title()).toBe("Drop, paste or choose images");
  });

  test("says nothing while it is disabled, and nothing of text", async () => {
    const { update } = mount();
    await doing(
      () => void fireEvent.dragEnter(document.body, { dataTransfer: transfer([], { types: ["text/plain"] }) }),
    );
    expect(title()).toBe("Drop, paste or choose images");
    update({ disabled: true });
    await drag("dragEnter", document.body, a);
    expect(title()).toBe("Drop, paste or choose images");
  });
});

describe("dropFrom", () => {
  const dropBeside = () => drop(document.body, a);

  test("document: files dropped anywhere in the page are taken, once", async () => {
    mount({ dropFrom: "document" });
    await drag("dragEnter", document.body, a);
    expect(title()).toBe("Drop to add 1 image");
    await dropBeside();
    await drop(root(), a);
    expect(itemNames()).toEqual(["a.jpg", "a.jpg (2)"]);
  });

  test("root: a drop beside it is not taken", async () => {
    mount();
    await dropBeside();
    expect(itemNames()).toEqual([]);
  });

  test("document: what another drop target has claimed, and what comes while disabled, is left alone", async () => {
    const { update } = mount({ dropFrom: "document" });
    const other = document.createElement("div");
    other.addEventListener("drop", (event) => event.preventDefault());
    document.body.append(other);
    await drop(other, a);
    update({ dropFrom: "document", disabled: true });
    await dropBeside();
    expect(itemNames()).toEqual([]);
    expect(screen.queryByRole("list")).toBeNull();
    other.remove();
  });
});
