/** One image, large, in a real dialog: what keyboards, focus, decoders and styles make of it. */
import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { VisionDropzoneProps } from "../../../src/react/components/vision-dropzone.js";
import stylesheet from "../../../src/react/styles.css?raw";
import "../../../src/react/styles.css";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { tiffBytes } from "../../fixtures/bytes/tiff.js";
import { type Block, doing, items, mount, notImage, photo, statuses } from "./page.js";

let photos: File[];
beforeAll(async () => {
  photos = await Promise.all(["a.jpg", "b.jpg", "c.jpg"].map((name) => photo(name)));
});

const dialog = () => document.querySelector<HTMLDialogElement>("[data-vd-preview]");
const title = () => dialog()?.querySelector("[data-vd-preview-title]")?.textContent;
const slider = () => screen.findByRole<HTMLInputElement>("slider");
const opener = (index: number) => items()[index]!.querySelector<HTMLElement>("[data-vd-item-open]")!;
const partOf = (part: string) => document.querySelector<HTMLElement>(`[data-vd-${part}]`);

async function withImages(files: readonly File[] = photos, props: Partial<VisionDropzoneProps<Block>> = {}) {
  const view = mount(props);
  await doing(() => void view.handle.current!.add(files));
  // The list is loaded with the first image: until then there are none to ask.
  await waitFor(() => expect(statuses()).toHaveLength(files.length));
  await waitFor(() => expect(statuses().every((status) => status === "ready" || status === "rejected")).toBe(true), {});
  return view;
}

async function open(index: number): Promise<void> {
  opener(index).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(dialog()?.matches(":modal")).toBe(true));
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(dialog()!, { rules: { region: { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("preview: no code of it is loaded before it is opened", async () => {
  // It holds 250 at first: the component's own modules fill it.
  performance.setResourceTimingBufferSize(5_000);
  const loaded = () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/react/preview/"));
  await withImages();
  // The tests before this one share the page's list of resources: this one comes first.
  expect(loaded()).toEqual([]);
  await open(0);
  expect(loaded()).not.toEqual([]);
});

test("preview: by keyboard alone, from one image to the next and back to its tile", async () => {
  await withImages();
  await open(0);
  expect(title()).toBe("a.jpg");
  expect(document.activeElement).toBe(dialog());
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() => expect(title()).toBe("b.jpg"));
  expect(screen.getByText("2 of 3")).toBeDefined();
  const range = await slider();
  range.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(range.value).toBe("52");
  expect(title()).toBe("b.jpg");
  await waitFor(() => expect(partOf("compare-loupe")).not.toBeNull());
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(dialog()).toBeNull());
  expect(document.activeElement).toBe(opener(1));
});

test("preview: in a right-to-left page the arrows turn around", async () => {
  document.dir = "rtl";
  try {
    await withImages();
    await open(0);
    await userEvent.keyboard("{ArrowRight}");
    expect(title()).toBe("a.jpg");
    await userEvent.keyboard("{ArrowLeft}");
    await waitFor(() => expect(title()).toBe("b.jpg"));
  } finally {
    document.dir = "";
  }
});

test("preview: the slider sends no form around it", async () => {
  const submit = vi.fn((event: Event) => event.preventDefault());
  document.addEventListener("submit", submit);
  const view = mount();
  const form = document.createElement("form");
  const container = document.querySelector("[data-vd-root]")!.parentElement!;
  container.replaceWith(form);
  form.append(container);
  await doing(() => void view.handle.current!.add([photos[0]!]));
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
  await open(0);
  (await slider()).focus();
  await userEvent.keyboard("{Enter}");
  for (const button of dialog()!.querySelectorAll("button")) expect(button.type).toBe("button");
  expect(submit).not.toHaveBeenCalled();
  document.removeEventListener("submit", submit);
  form.replaceWith(container);
});

test("preview: a removed image gives its place to the next, and the last one closes it", async () => {
  await withImages(photos.slice(0, 2));
  await open(0);
  const remove = () => dialog()!.querySelector<HTMLElement>('[data-action="remove"]')!;
  remove().focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(title()).toBe("b.jpg"));
  remove().focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(dialog()).toBeNull());
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(partOf("area"));
});

test("preview: one image is kept larger than the others, and back", async () => {
  await withImages([await photo("large.jpg", 2600, 1950), photos[1]!]);
  await open(0);
  expect(dialog()!.textContent).toContain("1280 \u00d7 960");
  screen.getByRole("button", { name: "Keep larger" }).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready"]));
  await waitFor(() => expect(dialog()!.textContent).not.toContain("1280 \u00d7 960"));
  const back = screen.getByRole("button", { name: "Use normal size" });
  expect(document.activeElement).toBe(back);
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(dialog()!.textContent).toContain("1280 \u00d7 960"));
});

test("preview: an actual size that is larger than the screen is moved by arrow keys, and the handle stays in sight", async () => {
  await withImages();
  await open(0);
  const range = await slider();
  await userEvent.click(screen.getByRole("button", { name: "Actual size" }));
  const stage = await screen.findByRole("group", { name: "Picture at its actual size. Arrow keys move it." });
  const sent = () => stage.querySelector("img")!.getBoundingClientRect();
  const before = sent();
  expect(Math.round(before.width)).toBe(1280);
  stage.focus();
  await userEvent.keyboard("{ArrowRight}{ArrowDown}");
  await waitFor(() => expect(sent().left).toBeLessThan(before.left));
  expect(title()).toBe("a.jpg");
  range.focus();
  await userEvent.keyboard("{Home}");
  const [frame, handle] = [stage.getBoundingClientRect(), partOf("compare-handle")!.getBoundingClientRect()];
  expect(Math.abs(handle.left - frame.left)).toBeLessThanOrEqual(2);
});

test("preview: an original that the browser does not draw is said to be so, and what is sent is shown", async () => {
  const tiff = new File([tiffBytes({ width: 64, height: 48 })], "scan.tiff");
  const decode = async () => photos[0]!;
  await withImages([tiff], { decoders: [{ mediaTypes: ["image/tiff"], decode }] });
  await open(0);
  await screen.findByText("This browser can't show the original (TIFF).");
  expect(screen.queryByRole("slider")).toBeNull();
  expect(dialog()!.querySelector("img")).not.toBeNull();
});

test("preview: with text of 200 % on a phone nothing lies over anything else, and the frame scrolls", async () => {
  const [width, height] = [innerWidth, innerHeight];
  await page.viewport(390, 844);
  document.documentElement.style.fontSize = "200%";
  onTestFinished(async () => {
    document.documentElement.style.fontSize = "";
    await page.viewport(width, height);
  });
  await withImages();
  await open(0);
  await slider();
  const parts = ["preview-title", "preview-position", "compare-stage", "compare-figures", "compare-toggle"];
  const boxes = [...parts, "preview-changes", "preview-actions"].map((part) => partOf(part)!.getBoundingClientRect());
  const apart = boxes.slice(1).map((box, index) => box.top >= boxes[index]!.bottom || box.left >= boxes[index]!.right);
  expect(apart).toEqual(apart.map(() => true));
  expect(boxes[2]!.height).toBeGreaterThan(300);
  const frame = partOf("preview-frame")!;
  expect(frame.scrollHeight).toBeGreaterThan(frame.clientHeight);
  expect(frame.scrollWidth).toBe(frame.clientWidth);
});

test("preview: off by one prop", async () => {
  await withImages(photos.slice(0, 1), { preview: false });
  expect(items()[0]!.querySelector("[data-vd-item-open]")).toBeNull();
});

test("preview: axe-core finds nothing, and every part that the stylesheet names is drawn", async () => {
  const seen = new Set<string>();
  const look = () => {
    for (const element of [dialog()!, ...dialog()!.querySelectorAll("*")])
      for (const name of element.getAttributeNames()) seen.add(name);
  };
  const tiff = new File([tiffBytes({ width: 64, height: 48 })], "scan.tiff");
  // Made beforehand: `finish` may be called before the decoder is asked.
  let finish = (_: Blob) => {};
  const decoded = new Promise<Blob>((resolve) => (finish = resolve));
  const view = mount({ decoders: [{ mediaTypes: ["image/tiff"], decode: () => decoded }] });
  await doing(() => void view.handle.current!.add([...photos, tiff, notImage]));
  await waitFor(() => expect(statuses().slice(0, 3)).toEqual(["ready", "ready", "ready"]));
  await open(3);
  expect(await violations()).toEqual([]);
  look();
  await doing(() => finish(photos[0]!));
  await screen.findByText("This browser can't show the original (TIFF).");
  expect(await violations()).toEqual([]);
  look();
  dialog()!.focus();
  await userEvent.keyboard("{ArrowLeft}");
  (await slider()).focus();
  await userEvent.keyboard("{ArrowLeft}");
  await waitFor(() => expect(partOf("compare-loupe")).not.toBeNull());
  expect(await violations()).toEqual([]);
  look();
  const named = stylesheet.match(/data-vd-(preview|compare)[a-z-]*/g) ?? [];
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !seen.has(name))).toEqual([]);
});

test("preview: a piece of a tall picture is shown by itself, not over the whole", async () => {
  const tall = await canvasFile({ width: 600, height: 4000 }, quadrants, "image/png");
  const view = mount({ tall: "split" });
  await doing(() => void view.handle.current!.add([new File([tall], "page.png")]));
  await waitFor(() => expect(statuses()).toEqual(["ready", "ready", "ready"]));
  await open(1);
  expect(title()).toBe("page.png (2 of 3)");
  await waitFor(() => expect(screen.getByText(/^Piece 2 of 3/)).toBeDefined());
  expect(partOf("compare-original")).toBeNull();
});
