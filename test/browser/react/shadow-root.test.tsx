/** The component inside a shadow root, where the document sees nothing but the host. */
import { fireEvent, render, waitFor } from "@testing-library/react";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneProps } from "../../../src/react/components/vision-dropzone.js";
import { type Block, carrying, doing, drag, notImage, pasteData, photo, texts } from "./page.js";

let small: File;
beforeAll(async () => void (small = await photo("small.jpg", 40, 30)));

async function inShadow(files: readonly File[], props: Partial<VisionDropzoneProps<Block>> = {}) {
  const host = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => host.remove());
  const shadow = host.attachShadow({ mode: "open" });
  const container = shadow.appendChild(document.createElement("div"));
  render(<VisionDropzone endpoint={anthropicMessages} {...props} />, { container });
  const root = shadow.querySelector<HTMLElement>("[data-vd-root]")!;
  const items = () => [...shadow.querySelectorAll<HTMLElement>("[data-vd-item]")];
  if (files.length > 0) {
    await doing(() => void drag("drop", root, carrying(...files)));
    await waitFor(() =>
      expect(items().map(({ dataset }) => dataset.status)).toEqual(
        files.map((file) => (file === notImage ? "rejected" : "ready")),
      ),
    );
  }
  const button = (at: number, action: string) => items()[at]!.querySelector<HTMLElement>(`[data-action=${action}]`)!;
  return { shadow, root, items, button };
}

test("shadow root: the focus goes on to the next image when one is removed by keyboard, and back to the area after the last", async () => {
  const { shadow, items, button } = await inShadow([small, small]);
  button(0, "remove").focus();
  await doing(() => void fireEvent.keyDown(button(0, "remove"), { key: "Delete" }));
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(shadow.activeElement).toBe(button(0, "remove"));
  await doing(() => void fireEvent.click(button(0, "remove")));
  await waitFor(() => expect(items()).toHaveLength(0));
  expect(shadow.activeElement).toBe(shadow.querySelector("[data-vd-area]"));
});

test("shadow root: the focus stays on a button that moves an image", async () => {
  const { shadow, items, button } = await inShadow([small, small]);
  const id = items()[0]!.dataset.id;
  button(0, "later").focus();
  await doing(() => void fireEvent.click(button(0, "later")));
  await waitFor(() => expect(items()[1]!.dataset.id).toBe(id));
  expect(shadow.activeElement).toBe(button(1, "earlier"));
});

test("shadow root: the focus goes to the area when all rejected files are removed at once", async () => {
  const { shadow, items } = await inShadow([small, notImage, notImage, notImage, notImage]);
  const removeAll = shadow.querySelector<HTMLElement>("[data-vd-rejected-action][data-action=remove]")!;
  removeAll.focus();
  await doing(() => void fireEvent.click(removeAll));
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(shadow.activeElement).toBe(shadow.querySelector("[data-vd-area]"));
});

test("shadow root: a paste into an element marked to be left alone is left alone", async () => {
  const { shadow, items } = await inShadow([], { pasteFrom: "document" });
  shadow.append(
    Object.assign(document.createElement("div"), { innerHTML: "<p data-vd-ignore-paste><b>x</b></p><i>y</i>" }),
  );
  await doing(() => expect(pasteData(shadow.querySelector("b")!, carrying(small))).toBe(false));
  await doing(() => expect(pasteData(shadow.querySelector("i")!, carrying(small))).toBe(true));
  await waitFor(() => expect(items()).toHaveLength(1));
});

test("shadow root: text dropped into a text box beside it is not kept from it", async () => {
  const { shadow, root } = await inShadow([]);
  const box = shadow.appendChild(document.createElement("textarea"));
  expect(drag("drop", box, texts({ "text/plain": "words" }))).toBe(false);
  expect(drag("drop", root, texts({ "text/plain": "words" }))).toBe(true);
});
