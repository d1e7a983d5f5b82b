/** A dropzone is one of many things on a page that a file can be dropped on, and not always one that takes any. */
import { render, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { useVisionDropzone } from "../../../src/react/hooks/use-vision-dropzone.js";
import { VisionDropzone, type VisionDropzoneHandle } from "../../../src/react/components/vision-dropzone.js";
import {
  type Block,
  carrying,
  doing,
  drag,
  drop,
  items,
  mount,
  paste,
  photo,
  pick,
  root,
  statuses,
  texts,
} from "./page.js";

let a: File;
beforeAll(async () => void (a = await photo("a.jpg", 400, 300)));

/** Part of the page, outside the mounted component. */
function beside(html: string): HTMLElement {
  const element = document.body.appendChild(document.createElement("div"));
  element.innerHTML = html;
  onTestFinished(() => element.remove());
  return element;
}

function shadowed(html: string): ShadowRoot {
  const shadow = beside("<div></div>").firstElementChild!.attachShadow({ mode: "open" });
  shadow.innerHTML = html;
  return shadow;
}

const dragAcross = (target: EventTarget, file = a) =>
  (["dragenter", "dragover", "drop"] as const).map((type) => drag(type, target, carrying(file)));

describe("other targets: their drops are left alone", () => {
  test("a file over another file input of the page is the browser's", () => {
    mount();
    expect(dragAcross(beside("<input type=file>").firstElementChild!)).toEqual([false, false, false]);
    expect(dragAcross(shadowed("<p><input type=file></p>").querySelector("input")!)).toEqual([false, false, false]);
  });

  test("also inside the root, which neither takes it nor shows that it would", async () => {
    mount({ children: () => <input type="file" data-other="" /> });
    const other = root().querySelector("[data-other]")!;
    await doing(() => {
      drag("dragenter", root(), carrying(a));
      expect(dragAcross(other)).toEqual([false, false, false]);
      drag("dragenter", other, carrying(a));
    });
    expect([items().length, root().dataset.dragActive]).toEqual([0, undefined]);
  });

  test("a file input that takes nothing does not keep the page from being replaced", () => {
    mount();
    const page = beside("<input type=file disabled><fieldset disabled><input type=file></fieldset><input type=text>");
    for (const input of page.querySelectorAll("input")) expect(dragAcross(input).slice(1)).toEqual([true, true]);
  });

  test("text finds its text box in a shadow root", () => {
    mount();
    const box = shadowed("<div contenteditable><b>words</b></div>").querySelector("b")!;
    expect(drag("drop", box, texts({ "text/plain": "words" }))).toBe(false);
    expect(drag("drop", document.body, texts({ "text/plain": "words" }))).toBe(true);
  });

  test("a drop target that is the window comes before ours, whichever was added first", () => {
    mount();
    const take = (event: Event) => event.preventDefault();
    /** What the withTimeout says of a drag; of "none" the browser makes no drop at all. */
    const effects = () => {
      const event = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer: carrying(a) });
      const set: string[] = [];
      // A made-up drag has no effect in Chromium: watched is what is set.
      const note = (effect: string) => {
        set.push(effect);
      };
      Object.defineProperty(event.dataTransfer, "dropEffect", { set: note });
      document.body.dispatchEvent(event);
      return set;
    };
    expect(effects()).toEqual(["none"]);
    window.addEventListener("dragover", take);
    onTestFinished(() => window.removeEventListener("dragover", take));
    expect(effects()).toEqual([]);
  });
});

describe("nested dropzones: one gesture is counted once", () => {
  function Nested() {
    const page = useVisionDropzone({ endpoint: anthropicMessages });
    const inner = useVisionDropzone({ endpoint: anthropicMessages });
    return (
      <VisionDropzone.Root dropzone={page} id="page">
        <p id="beside">text</p>
        <VisionDropzone.List />
        <VisionDropzone.Root dropzone={inner} id="inner">
          <textarea id="box" aria-label="message" />
          <VisionDropzone.List />
        </VisionDropzone.Root>
        <div id="foreign">
          <b>another zone</b>
        </div>
      </VisionDropzone.Root>
    );
  }
  const at = (id: string) => document.getElementById(id)!;
  const listed = (id: string) => at(id).querySelectorAll("[data-vd-item]").length;
  const active = () => ["page", "inner"].filter((id) => at(id).dataset.dragActive !== undefined);

  test("a drop into a dropzone inside another is the inner one's, with and without a drag before it", async () => {
    render(<Nested />);
    await doing(() => void drop(at("box"), a));
    await waitFor(() => expect([listed("inner"), listed("page")]).toEqual([1, 1]));
    await doing(() => void dragAcross(at("box")));
    await waitFor(() => expect([listed("inner"), listed("page")]).toEqual([2, 2]));
    await doing(() => {
      drag("dragover", at("beside"), carrying(a));
      drop(at("box"), a);
      dragAcross(at("beside"));
    });
    await waitFor(() => expect([listed("inner"), listed("page")]).toEqual([3, 4]));
  });

  test("only the innermost is highlighted, on the way in and on the way out", async () => {
    render(<Nested />);
    const data = carrying(a);
    const move = (from: string | undefined, to: string | undefined) =>
      doing(() => {
        if (to) drag("dragenter", at(to), data);
        if (from) drag("dragleave", at(from), data);
      });
    await move(undefined, "beside");
    await waitFor(() => expect(active()).toEqual(["page"]));
    await move("beside", "box");
    await waitFor(() => expect(active()).toEqual(["inner"]));
    await move("box", "beside");
    await waitFor(() => expect(active()).toEqual(["page"]));
    await move("beside", "box");
    await move("box", undefined);
    await waitFor(() => expect(active()).toEqual([]));
  });

  test("a paste is the inner one's", async () => {
    render(<Nested />);
    await doing(() => void paste(at("box"), [a]));
    await waitFor(() => expect([listed("inner"), listed("page")]).toEqual([1, 1]));
  });

  test("another kind of dropzone inside ours keeps its drops, one around ours gets what ours leaves", async () => {
    render(<Nested />);
    const take = (event: Event) => event.preventDefault();
    for (const type of ["dragenter", "dragover", "drop"]) at("foreign").addEventListener(type, take);
    const outer: string[] = [];
    const hear = (event: Event) => void (event.defaultPrevented || outer.push((event.target as Element).id));
    document.body.addEventListener("drop", hear);
    onTestFinished(() => document.body.removeEventListener("drop", hear));
    await doing(() => void dragAcross(at("foreign").firstElementChild!));
    await waitFor(() => expect([listed("page"), active()]).toEqual([0, []]));
    const around = beside("<i id=around></i>");
    await doing(() => {
      dragAcross(at("box"));
      dragAcross(around.firstElementChild!);
    });
    expect(outer).toEqual(["around"]);
  });

  test("an editor that prevents the default of each drop, and takes none, does not keep files from us", async () => {
    mount({ children: ({ items: list }) => <div data-editor="">{list.length}</div> });
    const editor = document.querySelector("[data-editor]")!;
    editor.addEventListener("drop", (event) => event.preventDefault());
    await doing(() => void dragAcross(editor));
    await waitFor(() => expect(editor.textContent).toBe("1"));
  });

  test("nor does the app's own handler on the root", async () => {
    mount({ onDragOver: (event) => event.preventDefault(), onDrop: (event) => event.preventDefault() });
    await doing(() => void dragAcross(root()));
    await waitFor(() => expect(items()).toHaveLength(1));
  });
});

test("highlight: a drag that comes and drops in one task leaves none", async () => {
  mount();
  await doing(() => void dragAcross(root()));
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
  expect(root().dataset.dragActive).toBeUndefined();
  expect(root().textContent).not.toContain("Drop to add");
});

test("highlight: a drop that something in the root keeps to itself leaves none", async () => {
  mount({
    children: ({ isDragActive }) => (
      <textarea
        aria-label="inside"
        placeholder={isDragActive ? "over" : "not over"}
        onDrop={(event) => event.stopPropagation()}
      />
    ),
  });
  const text = root().querySelector("textarea")!;
  await doing(() => void drag("dragenter", text, carrying(a)));
  await waitFor(() => expect(text.placeholder).toBe("over"));
  await doing(() => void drag("drop", text, carrying(a)));
  await waitFor(() => expect(text.placeholder).toBe("not over"));
});

describe("disabled fieldset: ways in", () => {
  const inFieldset = (html: string, where = "div") => {
    const page = beside(html);
    const container = page.querySelector(where)!;
    const handle = createRef<VisionDropzoneHandle<Block>>();
    render(<VisionDropzone ref={handle} endpoint={anthropicMessages} pasteFrom="document" />, { container });
    return { handle, fieldset: page.querySelector("fieldset")! };
  };
  const tryAll = async ({ handle }: ReturnType<typeof inFieldset>) => {
    await doing(() => {
      drag("dragenter", root(), carrying(a));
      drop(root(), a);
      paste(root(), [a]);
      pick(a);
      drag("dragenter", root(), carrying(a));
    });
    const { images } = await handle.current!.whenReady();
    return [images.length, root().dataset.disabled, root().dataset.dragActive];
  };

  test("closes all of them and shows it, until it is enabled", async () => {
    const page = inFieldset("<fieldset disabled><div></div></fieldset>");
    const { fieldset } = page;
    expect(await tryAll(page)).toEqual([0, "", undefined]);
    await doing(() => fieldset.removeAttribute("disabled"));
    await waitFor(() => expect(root().dataset.disabled).toBeUndefined());
    expect(await tryAll(page)).toEqual([3, undefined, ""]);
    // In the same task as the drop.
    await doing(() => {
      fieldset.setAttribute("disabled", "");
      drop(root(), a);
    });
    await waitFor(() => expect([items().length, root().dataset.disabled]).toEqual([3, ""]));
    expect((await page.handle.current!.whenReady()).images).toHaveLength(3);
  });

  test("closes them around another one, too", async () => {
    const page = inFieldset("<fieldset disabled><fieldset><div></div></fieldset></fieldset>");
    expect(await tryAll(page)).toEqual([0, "", undefined]);
  });

  test("spares what stands in its first legend", async () => {
    const page = inFieldset("<fieldset disabled><legend><div></div></legend><legend></legend></fieldset>");
    expect(await tryAll(page)).toEqual([3, undefined, ""]);
  });

  test("a file dropped on it does not replace the page", () => {
    inFieldset("<fieldset disabled><div></div></fieldset>");
    expect(dragAcross(root()).slice(1)).toEqual([true, true]);
  });
});
