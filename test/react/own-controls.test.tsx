/** An app's own controls inside an item: their keys and presses are theirs, not the row's. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import { Actions, Item, Thumbnail } from "../../src/parts.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import { button, doing, items, oneTask, photo } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
beforeAll(async () => {
  files = await Promise.all(["a.jpg", "b.jpg"].map(photo));
});
beforeEach(() => {
  stage.pool = heldPool();
});

function Composer() {
  const dropzone = useVisionDropzone({
    endpoint: anthropicMessages,
    defaultImages: files.map((blob, at) => ({ blob, name: `${at}.jpg` })),
  });
  return (
    <VisionDropzone.Root dropzone={dropzone}>
      <VisionDropzone.List>
        {(item) => (
          <Item item={item} tabIndex={-1}>
            <Thumbnail />
            <input aria-label={`Caption of ${item.label}`} />
            <div contentEditable suppressContentEditableWarning role="textbox" aria-label={`Notes on ${item.label}`}>
              notes
            </div>
            <button type="button">Edit {item.label}</button>
            <Actions onKeyDown={(event) => event.key === "Backspace" && event.preventDefault()} />
          </Item>
        )}
      </VisionDropzone.List>
      <VisionDropzone.Area />
    </VisionDropzone.Root>
  );
}

const ids = () => items().map(({ dataset }) => dataset.id);

async function mount() {
  render(<Composer />, { wrapper: StrictMode });
  await waitFor(() => expect(document.querySelectorAll("[data-vd-item][data-status=ready]")).toHaveLength(2));
  return ids();
}

test.each(["Backspace", "Delete", "ArrowLeft", "ArrowDown", "Home", "End"])(
  "own controls: %s in a text box and on a button in an item is theirs",
  async (key) => {
    const before = await mount();
    for (const own of [screen.getByLabelText("Caption of 0.jpg"), screen.getByLabelText("Notes on 0.jpg")])
      for (const more of [{}, { altKey: true }]) {
        own.focus();
        let wasLeft = false;
        await doing(() => void (wasLeft = fireEvent.keyDown(own, { key, ...more })));
        expect([wasLeft, document.activeElement, ids()]).toEqual([true, own, before]);
      }
    await doing(() => void fireEvent.keyDown(button("Edit 0.jpg"), { key }));
    expect(ids()).toEqual(before);
  },
);

test("own controls: what is typed into a text box of an item is there, and can be deleted", async () => {
  const before = await mount();
  const caption = screen.getByLabelText<HTMLInputElement>("Caption of 1.jpg");
  await userEvent.type(caption, "cats{Backspace}");
  expect([caption.value, ids()]).toEqual(["cat", before]);
});

test("own controls: the row itself and its own buttons remove it, unless the app has used the key", async () => {
  const [first, second] = await mount();
  const remove = button("Remove 0.jpg");
  await doing(() => void fireEvent.keyDown(remove, { key: "Backspace" }));
  expect(ids()).toEqual([first, second]);
  await doing(() => void fireEvent.keyDown(remove, { key: "Delete" }));
  await waitFor(() => expect(ids()).toEqual([second]));
  await doing(() => void fireEvent.keyDown(items()[0]!, { key: "Delete" }));
  await waitFor(() => expect(ids()).toEqual([]));
});

test("own controls: a press in a text box or an editor of an item selects text and drags no image", async () => {
  await mount();
  const drag = async (target: Element) => {
    const at = (clientX: number) => ({ pointerId: 1, isPrimary: true, button: 0, clientX, clientY: 0 });
    await doing(() => void fireEvent.pointerDown(target, at(0)));
    await oneTask();
    await doing(() => void fireEvent.pointerMove(target, at(50)));
    const isDragged = document.querySelector("[data-reordering]") !== null;
    await doing(() => void fireEvent.pointerUp(target, at(50)));
    return isDragged;
  };
  HTMLElement.prototype.setPointerCapture ??= () => {};
  await vi.waitFor(async () => expect(await drag(items()[0]!)).toBe(true));
  expect(await drag(screen.getByLabelText("Caption of 0.jpg"))).toBe(false);
  expect(await drag(screen.getByLabelText("Notes on 0.jpg"))).toBe(false);
});

test("own controls: in a text box of an item the context menu is the browser's", async () => {
  await mount();
  const open = async (target: Element) => {
    let isBrowsers = false;
    await doing(() => void (isBrowsers = fireEvent.contextMenu(target, { button: 2 })));
    return isBrowsers;
  };
  expect(await open(screen.getByLabelText("Caption of 0.jpg"))).toBe(true);
  expect(await open(items()[0]!)).toBe(false);
});
