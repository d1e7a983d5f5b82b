import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { heldPool } from "../fixtures/held-pool.js";
import {
  button,
  doing,
  drop,
  itemNames,
  items,
  mount,
  notImage,
  paste,
  photo,
  pick,
  release,
  root,
  started,
  statuses,
  transfer,
} from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let a: File;
let b: File;
let c: File;

beforeAll(async () => {
  [a, b, c] = (await Promise.all(["a.jpg", "b.jpg", "c.jpg"].map(photo))) as [File, File, File];
});
beforeEach(() => {
  stage.pool = heldPool();
});

describe("workers: started before there is work", () => {
  const warm = () => vi.spyOn(stage.pool, "warm");
  const area = () => document.querySelector("[data-vd-area]")!;

  test.each([
    { when: "the dropzone gets the focus", act: () => fireEvent.focus(root()) },
    { when: "something is dragged in", act: () => fireEvent.dragEnter(root(), { dataTransfer: transfer([a]) }) },
    { when: "the picker is opened", act: () => fireEvent.click(area()) },
  ])("when $when", async ({ act: begin }) => {
    const warmed = warm();
    mount();
    expect(warmed).not.toHaveBeenCalled();
    await doing(() => void begin());
    expect(warmed).toHaveBeenCalled();
  });

  test("but not while disabled", async () => {
    const warmed = warm();
    mount({ disabled: true });
    await doing(() => {
      fireEvent.focus(root());
      fireEvent.dragEnter(root(), { dataTransfer: transfer([a]) });
      fireEvent.click(area());
    });
    expect(warmed).not.toHaveBeenCalled();
  });
});

describe("ways in: drops", () => {
  test("two drops in the same tick lose nothing, and onReady fires once under StrictMode (T1)", async () => {
    const { heard } = mount();
    await doing(() => {
      fireEvent.drop(root(), { dataTransfer: transfer([a]) });
      fireEvent.drop(root(), { dataTransfer: transfer([b]) });
    });
    await started(2);
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
    await release();
    expect(heard.ready.map(({ images }) => images.map(({ name }) => name))).toEqual([["a.jpg", "b.jpg"]]);
  });

  test("a drop while another is being worked on joins it", async () => {
    const { heard } = mount();
    await drop(root(), a);
    await started(1);
    await drop(root(), b);
    await started(2);
    await release();
    expect(heard.ready).toHaveLength(1);
    expect(heard.ready[0]!.blocks).toHaveLength(2);
  });

  test("the order is that of adding, whatever finishes first (T33)", async () => {
    const { heard } = mount();
    await drop(root(), a, b);
    await started(2);
    await release(1);
    expect(statuses()).toEqual(["working", "ready"]);
    expect(heard.ready).toEqual([]);
    await release(0);
    expect(heard.ready[0]!.images.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
  });

  test("the root shows that files are over it", async () => {
    mount();
    await doing(() => void fireEvent.dragEnter(root(), { dataTransfer: transfer([a]) }));
    expect(root().dataset.dragActive).toBe("");
    expect(button(/^Drop to add/)).toBeDefined();
    await doing(() => void fireEvent.dragLeave(root(), { dataTransfer: transfer([a]) }));
    expect(root().dataset.dragActive).toBeUndefined();
  });

  test("a file dropped beside the dropzone does not replace the page (T32)", () => {
    mount();
    expect(fireEvent.dragOver(document.body, { dataTransfer: transfer([a]) })).toBe(false);
    expect(fireEvent.drop(document.body, { dataTransfer: transfer([a]) })).toBe(false);
    expect(items()).toEqual([]);
  });

  test("text can still be dragged into a text box, inside the root and outside", () => {
    mount({ children: () => <textarea aria-label="inside" /> });
    const outside = document.body.appendChild(document.createElement("input"));
    const words = transfer([], { types: ["text/plain"], text: "words" });
    expect(fireEvent.drop(screen.getByLabelText("inside"), { dataTransfer: words })).toBe(true);
    expect(fireEvent.drop(outside, { dataTransfer: words })).toBe(true);
    outside.remove();
  });

  test("a file over a text box in the root is taken", async () => {
    mount({ children: ({ items: list }) => <textarea aria-label="inside" placeholder={String(list.length)} /> });
    await drop(screen.getByLabelText("inside"), a);
    expect(screen.getByPlaceholderText("1")).toBeDefined();
  });
});

describe("ways in: picker", () => {
  test("the area is a button that opens it", () => {
    mount();
    const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
    fireEvent.click(button(/^Drop, paste or choose images/));
    expect(opened).toHaveBeenCalledTimes(1);
    fireEvent.click(root());
    expect(opened).toHaveBeenCalledTimes(1);
    opened.mockRestore();
  });

  test("it offers formats by type and by extension, HEIC too (T4)", () => {
    mount();
    const accept = document.querySelector("input")!.accept.split(",");
    expect(accept).toEqual(expect.arrayContaining(["image/jpeg", ".jpg", "image/heic", ".heic", ".heif"]));
  });

  test("it offers what decoders teach, by type and extension", () => {
    mount({ decoders: [{ mediaTypes: ["image/x-foo"], extensions: ["foo"], decode: async () => new Blob() }] });
    const accept = document.querySelector("input")!.accept.split(",");
    expect(accept).toEqual(expect.arrayContaining(["image/jpeg", "image/x-foo", ".foo"]));
    expect(accept).not.toContain(".ico");
  });

  test("it offers what the limits accept, and one file where one is the most", () => {
    mount({ limits: { accept: ["image/png"] }, maxFiles: 1 });
    const input = document.querySelector("input")!;
    expect([input.accept, input.multiple]).toEqual(["image/png,.png,.apng", false]);
  });

  test("the same file can be chosen again after its removal (T31)", async () => {
    mount();
    await pick(a);
    await started(1);
    await release();
    await doing(() => void fireEvent.click(button("Remove a.jpg")));
    expect(items()).toEqual([]);
    expect(document.querySelector("input")!.value).toBe("");
    await pick(a);
    expect(itemNames()).toEqual(["a.jpg"]);
  });
});

describe("ways in: pastes", () => {
  test("a picture pasted into a text box of the root is taken", async () => {
    mount({ children: ({ items: list }) => <textarea aria-label="inside" placeholder={String(list.length)} /> });
    expect(await paste(screen.getByLabelText("inside"), transfer([a]))).toBe(true);
    expect(screen.getByPlaceholderText("1")).toBeDefined();
  });

  test("text, and text with its picture, are left to the browser (T2)", async () => {
    mount();
    expect(await paste(root(), transfer([], { types: ["text/plain"], text: "words" }))).toBe(false);
    expect(await paste(root(), transfer([a], { types: ["text/plain", "text/rtf", "Files"], text: "words" }))).toBe(
      false,
    );
    expect(items()).toEqual([]);
  });

  test("a paste of 0 bytes is rejected in words", async () => {
    mount();
    await paste(root(), transfer([new File([], "image.png", { type: "image/png" })]));
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    expect(items()[0]!.textContent).toMatch(/0 bytes|empty/i);
  });

  test("by default a paste outside the root is not ours", async () => {
    mount();
    expect(await paste(document.body, transfer([a]))).toBe(false);
  });

  test("from the document, once, wherever it is aimed, unless handled or marked", async () => {
    mount({ pasteFrom: "document" });
    const outside = document.body.appendChild(document.createElement("div"));
    outside.innerHTML = "<textarea></textarea><p data-vd-ignore-paste><b></b></p><i></i>";
    outside.querySelector("i")!.addEventListener("paste", (event) => event.preventDefault());
    expect(await paste(outside.querySelector("textarea")!, transfer([a]))).toBe(true);
    expect(await paste(root(), transfer([b]))).toBe(true);
    expect(await paste(outside.querySelector("b")!, transfer([c]))).toBe(false);
    await paste(outside.querySelector("i")!, transfer([c]));
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
    outside.remove();
  });

  test("pasteFrom none takes nothing", async () => {
    mount({ pasteFrom: "none" });
    expect(await paste(root(), transfer([a]))).toBe(false);
  });
});

describe("ways in: disabled", () => {
  test.each(["root", "document"] as const)("nothing comes in on any path (paste from %s)", async (pasteFrom) => {
    mount({ disabled: true, pasteFrom });
    const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
    fireEvent.click(document.querySelector("[data-vd-area]")!);
    await drop(root(), a);
    expect(await paste(root(), transfer([a]))).toBe(false);
    await pick(a);
    expect(items()).toEqual([]);
    expect(opened).not.toHaveBeenCalled();
    expect(root().dataset.disabled).toBe("");
    expect(document.querySelector("input")!.disabled).toBe(true);
    opened.mockRestore();
  });

  test("a file dropped on it does not replace the page", () => {
    mount({ disabled: true });
    expect(fireEvent.drop(root(), { dataTransfer: transfer([a]) })).toBe(false);
  });
});

describe("limits: they apply on every path (T34, T36)", () => {
  test("the first ones stay, the surplus is rejected in words, rejected files take no place", async () => {
    mount({ maxFiles: 2 });
    await drop(root(), notImage, a);
    await paste(root(), transfer([b]));
    await pick(c);
    await started(2);
    await release();
    expect(itemNames()).toEqual(["a.jpg", "b.jpg", "notes.png", "c.jpg"]);
    expect(statuses()).toEqual(["ready", "ready", "rejected", "rejected"]);
  });
});
