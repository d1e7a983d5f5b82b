/** The composer in a window that is not the script's own: drawn there by a portal, or moved there. */
import { render, waitFor } from "@testing-library/react";
import { createPortal } from "react-dom";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ReadyRequest } from "../../../src/queue/types.js";
import { prepareImage } from "../../../src/core.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { VisionDropzone, type VisionDropzoneProps } from "../../../src/react/components/vision-dropzone.js";
import { type Block, doing, photo } from "./page.js";

type OtherWindow = Window & typeof globalThis;

let bytes: ArrayBuffer;
beforeAll(async () => void (bytes = await (await photo("a.jpg", 1600, 1200)).arrayBuffer()));

async function otherWindow(): Promise<OtherWindow> {
  const frame = document.createElement("iframe");
  // With a document of its own: Firefox replaces the empty one of a frame a little later.
  frame.srcdoc = "<!doctype html><body><p>page</p></body>";
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await loaded;
  return frame.contentWindow as OtherWindow;
}

/** Everything of an event is of that window, as when a person acts there. */
function actor(view: OtherWindow) {
  const events = { bubbles: true, cancelable: true, composed: true } as const;
  const file = (name: string) => new view.File([bytes], name, { type: "image/jpeg" });
  const carrying = (...names: string[]) => {
    const data = new view.DataTransfer();
    for (const name of names) data.items.add(file(name));
    return data;
  };
  const drag = (type: string, target: Element, ...names: string[]) =>
    !target.dispatchEvent(new view.DragEvent(type, { ...events, dataTransfer: carrying(...names) }));
  return {
    file,
    drag,
    root: () => view.document.querySelector<HTMLElement>("[data-vd-root]")!,
    statuses: () =>
      [...view.document.querySelectorAll<HTMLElement>("[data-vd-item]")].map(({ dataset }) => dataset.status),
    pick(name: string) {
      const input = view.document.querySelector<HTMLInputElement>("input[type=file]")!;
      input.files = carrying(name).files;
      input.dispatchEvent(new view.Event("change", events));
    },
    paste(target: Element, name: string) {
      const event = new view.ClipboardEvent("paste", events);
      Object.defineProperty(event, "clipboardData", { value: carrying(name) });
      return !target.dispatchEvent(event);
    },
  };
}

function drawn(view: OtherWindow, props: Partial<VisionDropzoneProps<Block>> = {}) {
  const ready: ReadyRequest<Block>[] = [];
  const dropzone = (
    <VisionDropzone endpoint={anthropicMessages} onReady={(request) => ready.push(request)} {...props} />
  );
  const { unmount } = render(<>{createPortal(dropzone, view.document.body)}</>);
  return { ready, unmount };
}

describe("other windows: a composer drawn into one", () => {
  test("prepares what is picked, dropped and pasted there", async () => {
    const view = await otherWindow();
    const { pick, drag, paste, root, statuses } = actor(view);
    const { ready } = drawn(view);
    await doing(() => {
      pick("picked.jpg");
      drag("dragenter", root(), "dropped.jpg");
    });
    expect(root().dataset.dragActive).toBe("");
    await doing(() => {
      expect(drag("drop", root(), "dropped.jpg")).toBe(true);
      expect(paste(root(), "pasted.jpg")).toBe(true);
    });
    await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready"]));
    await waitFor(() =>
      expect(ready.at(-1)?.images.map(({ name, width }) => [name, width])).toEqual([
        ["picked.jpg", 1280],
        ["dropped.jpg", 1280],
        ["pasted.jpg", 1280],
      ]),
    );
  });

  test("also if that window is closed before they are read", async () => {
    const view = await otherWindow();
    const { pick, drag, paste, root } = actor(view);
    const { ready } = drawn(view);
    await doing(() => {
      pick("picked.jpg");
      drag("drop", root(), "dropped.jpg");
      paste(root(), "pasted.jpg");
      view.frameElement!.remove();
    });
    await waitFor(() =>
      expect(ready.at(-1)?.images.map(({ name }) => name)).toEqual(["picked.jpg", "dropped.jpg", "pasted.jpg"]),
    );
  });

  test("guards that page, hears its pastes, and leaves both when it goes", async () => {
    const view = await otherWindow();
    const { drag, paste, statuses } = actor(view);
    const text = view.document.querySelector("p")!;
    const { unmount } = drawn(view, { pasteFrom: "document" });
    await doing(() => {
      expect(drag("drop", text, "beside.jpg")).toBe(true);
      expect(paste(text, "pasted.jpg")).toBe(true);
    });
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    unmount();
    expect([drag("drop", text, "beside.jpg"), paste(text, "pasted.jpg")]).toEqual([false, false]);
  });

  test("knows the file inputs, the text boxes and the controls of that page", async () => {
    const view = await otherWindow();
    const { drag, root } = actor(view);
    drawn(view, { children: () => <input type="file" data-other="" /> });
    view.document.body.insertAdjacentHTML(
      "beforeend",
      "<input type=file id=beside><div data-vd-ignore-paste id=ignored></div>",
    );
    expect(drag("drop", view.document.querySelector("#beside")!, "a.jpg")).toBe(false);
    expect(drag("drop", root().querySelector("[data-other]")!, "a.jpg")).toBe(false);
  });

  test("moved there after it was drawn, as into a picture-in-picture window", async () => {
    const view = await otherWindow();
    const { drag, root, statuses } = actor(view);
    const container = document.body.appendChild(document.createElement("div"));
    onTestFinished(() => container.remove());
    render(<VisionDropzone endpoint={anthropicMessages} />, { container });
    view.document.body.append(container);
    await doing(() => {
      drag("dragenter", root(), "a.jpg");
      drag("drop", root(), "a.jpg");
    });
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    expect(drag("drop", view.document.querySelector("p")!, "beside.jpg")).toBe(true);
  });
});

test("other windows: prepareImage takes a file of one, and blobs that an app's codecs make there", async () => {
  const view = await otherWindow();
  const small = await (await photo("small.jpg", 640, 480)).arrayBuffer();
  const image = await prepareImage(actor(view).file("a.jpg"), {
    compress: async () => new view.Blob([small], { type: "image/jpeg" }),
  });
  expect([image.name, image.width]).toEqual(["a.jpg", 640]);
});
