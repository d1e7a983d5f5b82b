import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import type { Size } from "../../src/shared/types.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import {
  button,
  doing,
  drop,
  itemNames,
  items,
  mount,
  notImage,
  lazyPart,
  photo,
  release,
  root,
  started,
  statuses,
  oneTask,
} from "./harness.js";
import { pdfFile } from "../fixtures/bytes/pdf.js";
import { imageFile } from "../fixtures/sharp-images.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let a: File;
let b: File;
let c: File;

beforeAll(async () => {
  [a, b, c] = (await Promise.all(["a.jpg", "b.jpg", "c.jpg"].map(photo))) as [File, File, File];
});
beforeEach(() => {
  stage.pool = heldPool(3);
});

async function mountWith(files: File[], props: Parameters<typeof mount>[0] = {}) {
  const view = mount(props);
  await drop(root(), ...files);
  const images = files.filter((file) => file !== notImage);
  await started(images.length);
  // Which of them are rejected is known at any time after that.
  await waitFor(() => expect(statuses().filter((status) => status === "working")).toHaveLength(images.length));
  await release();
  return view;
}
const click = (name: string | RegExp) => doing(() => void fireEvent.click(button(name)));
const focused = () =>
  (document.activeElement as HTMLElement).getAttribute("aria-label") ?? document.activeElement!.tagName;
const spoken = () => screen.getByRole("status").textContent;

describe("component: rejected files", () => {
  const strip = () => screen.queryByRole("group", { name: /wasn't added|weren't added/ });
  const inStrip = () => [...strip()!.querySelectorAll("[data-vd-item-name]")].map(({ textContent }) => textContent);
  const inList = () =>
    [...document.querySelectorAll("[data-vd-list] [data-vd-item-name]")].map(({ textContent }) => textContent);

  test("stand apart from those that are sent, with their reasons, and have no place in the order", async () => {
    await mountWith([a, notImage, b, notImage]);
    expect(inList()).toEqual(["a.jpg", "b.jpg"]);
    expect(inStrip()).toEqual(["notes.png", "notes.png (2)"]);
    expect(strip()!.textContent).toMatch(/^2 files weren't added/);
    expect(strip()!.querySelector("[data-vd-item-error]")!.textContent).toMatch(/not an image/i);
    expect(strip()!.querySelector("[data-action=earlier], [data-action=later]")).toBeNull();
    await click("Move a.jpg later");
    await waitFor(() => expect(inList()).toEqual(["b.jpg", "a.jpg"]));
    expect(spoken()).toBe("Moved to 2 of 2.");
    expect(button("Move a.jpg later").disabled).toBe(true);
  });

  test("are dismissed one by one by key, and the focus moves on; dismissed files cannot come back", async () => {
    await mountWith([notImage, notImage, notImage]);
    button("Dismiss notes.png (2)").focus();
    await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "Delete" }));
    expect(inStrip()).toEqual(["notes.png", "notes.png (3)"]);
    expect(focused()).toBe("Dismiss notes.png (3)");
    expect(spoken()).toBe("notes.png (2) dismissed.");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
    await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "ArrowUp" }));
    expect(focused()).toBe("Dismiss notes.png");
  });

  test("are dismissed all at once, which leaves the images and keeps the focus", async () => {
    await mountWith([notImage, a, notImage]);
    button("Dismiss all").focus();
    await click("Dismiss all");
    expect(strip()).toBeNull();
    expect(inList()).toEqual(["a.jpg"]);
    expect((document.activeElement as HTMLElement).dataset).toHaveProperty("vdArea");
    expect(spoken()).toBe("2 files dismissed.");
  });

  test("are one Tab stop, however many", async () => {
    await mountWith(Array.from({ length: 40 }, () => notImage));
    const stops = [...strip()!.querySelectorAll("button")].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  test("stay in the list of a layout without a part for them, after the same rules", async () => {
    function Composer() {
      return (
        <VisionDropzone.Root dropzone={useVisionDropzone({ endpoint: anthropicMessages })}>
          <VisionDropzone.List />
        </VisionDropzone.Root>
      );
    }
    render(<Composer />);
    await drop(root(), notImage, a);
    await started(1);
    await release();
    expect(inList()).toEqual(["notes.png", "a.jpg"]);
    expect(root().querySelector("[data-action=earlier], [data-action=later]")).toBeNull();
  });
});

describe("component: the app's own handlers on the rejected part", () => {
  test("run beside the arrow keys' and do not replace them", async () => {
    const onKeyDown = vi.fn();
    await mountWith([notImage, notImage], { children: () => <VisionDropzone.Rejected onKeyDown={onKeyDown} /> });
    const [first, second] = await screen.findAllByRole("button", { name: /^Dismiss notes/ });
    first!.focus();
    fireEvent.keyDown(first!, { key: "ArrowDown" });
    expect(onKeyDown).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(second);
  });
});

describe("component: undo", () => {
  test("brings an image back to its place, without preparing it again, and says so", async () => {
    await mountWith([a, b, c]);
    button("Remove b.jpg").focus();
    await click("Remove b.jpg");
    expect(root().querySelector("[data-vd-undo]")!.textContent).toBe("Removed b.jpg. Undo");
    expect(spoken()).toBe("Removed b.jpg. Undo available.");
    button("Undo").focus();
    await click("Undo");
    expect(itemNames()).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
    expect(stage.pool.jobs).toHaveLength(3);
    expect(spoken()).toBe("b.jpg restored.");
    expect(focused()).toBe("Show b.jpg");
    expect(root().querySelector("[data-vd-undo]")).toBeNull();
  });

  test.each([{ ctrlKey: true }, { metaKey: true }])("by key: %o with Z, but not in a text box", async (held) => {
    const layout = () => (
      <>
        <VisionDropzone.List />
        <textarea aria-label="Message" />
      </>
    );
    await mountWith([a, b], { children: layout });
    button("Remove a.jpg").focus();
    await click("Remove a.jpg");
    const isLeft = fireEvent.keyDown(screen.getByLabelText("Message"), { key: "z", ...held });
    expect(isLeft).toBe(true);
    expect(itemNames()).toEqual(["b.jpg"]);
    await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "z", ...held }));
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
  });

  test("all are removed at once, and come back at once", async () => {
    await mountWith([a, b, notImage, c]);
    await click("Remove all images");
    expect(itemNames()).toEqual(["notes.png"]);
    expect(root().querySelector("[data-vd-undo]")!.textContent).toBe("Removed 3 images. Undo");
    await click("Undo");
    expect(itemNames()).toEqual(["a.jpg", "b.jpg", "c.jpg", "notes.png"]);
  });

  test("is shown for six seconds, longer while the pointer or the focus is on it; the key works on", async () => {
    await mountWith([a, b]);
    await click("Remove a.jpg");
    const notice = () => root().querySelector<HTMLElement>("[data-vd-undo]");
    vi.useFakeTimers();
    act(() => button("Undo").focus());
    act(() => void vi.advanceTimersByTime(60_000));
    expect(notice()).not.toBeNull();
    fireEvent.pointerEnter(notice()!);
    act(() => button("Undo").blur());
    act(() => void vi.advanceTimersByTime(60_000));
    expect(notice()).not.toBeNull();
    fireEvent.pointerLeave(notice()!);
    act(() => void vi.advanceTimersByTime(5900));
    expect(notice()).not.toBeNull();
    act(() => void vi.advanceTimersByTime(200));
    vi.useRealTimers();
    await waitFor(() => expect(notice()).toBeNull());
    await click("Remove b.jpg");
    await click("Undo");
    expect(itemNames()).toEqual(["b.jpg"]);
    expect(notice()).toBeNull();
    await doing(() => void fireEvent.keyDown(root(), { key: "z", ctrlKey: true }));
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
  });
});

describe("component: preview", () => {
  const openPreview = async (name: string) => {
    await click(`Show ${name}`);
    return within(await lazyPart("dialog"));
  };

  test("removes an image, says so in the dialog, and brings it back to sight there", async () => {
    await mountWith([a, b]);
    const dialog = await openPreview("a.jpg");
    await doing(() => void fireEvent.click(dialog.getByRole("button", { name: "Remove" })));
    expect(dialog.getByRole("heading").textContent).toBe("b.jpg");
    expect(dialog.getAllByRole("status").map(({ textContent }) => textContent)).toContain(
      "Removed a.jpg. Undo available.",
    );
    await doing(() => void fireEvent.click(dialog.getByRole("button", { name: "Undo" })));
    expect(itemNames()).toEqual(["a.jpg", "b.jpg"]);
    expect(dialog.getByRole("heading").textContent).toBe("a.jpg");
  });

  test("keeps an image larger that has a box of its own, and gives it that box back", async () => {
    const { handle } = await mountWith([a]);
    const only = async () => (await handle.current!.whenReady()).items[0]!;
    const { id } = await only();
    const box = { width: 640, height: 480 };
    await doing(() => handle.current!.setImageOptions(id, { box }));
    await started(2);
    await release(1);
    const dialog = await openPreview("a.jpg");
    await doing(() => void fireEvent.click(dialog.getByRole("button", { name: "Keep larger" })));
    // The text preset takes the file as it is.
    await waitFor(async () =>
      expect(await only()).toMatchObject({ options: { preset: "text" }, image: { width: 2000 } }),
    );
    await doing(() => void fireEvent.click(dialog.getByRole("button", { name: "Use normal size" })));
    await started(3);
    await release(2);
    expect(await only()).toMatchObject({ options: { box }, image: { width: 640 } });
  });

  test("lists a change that was made twice, before the image was restored and after, as two", async () => {
    const error = vi.spyOn(console, "error");
    onTestFinished(() => error.mockRestore());
    const [from, to, box] = [4000, 2000, 640].map((width) => ({ width, height: width * 0.75 })) as [Size, Size, Size];
    const before = { code: "resized", reason: "Too large.", from, to, because: "box", box: to } as const;
    const { handle } = mount({ defaultImages: [{ blob: a, name: "a.jpg", changes: [before] }] });
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
    await doing(() => handle.current!.setImageOptions(items()[0]!.dataset.id!, { box }));
    await started(1);
    await release(0);
    const dialog = await openPreview("a.jpg");
    const changes = within(dialog.getByRole("list")).getAllByRole("listitem");
    expect(changes.map(({ textContent }) => textContent)).toEqual([
      "Too large.",
      expect.stringMatching(/^Made from the picture prepared before/),
      expect.stringMatching(/^Resized from 2000/),
      expect.stringMatching(/^Saved as JPEG/),
    ]);
    expect(error).not.toHaveBeenCalledWith(expect.stringContaining("same key"), expect.anything());
  });
});

describe("component: drag", () => {
  test("is ended by its own pointer, not by a second finger", async () => {
    await mountWith([a, b]);
    const list = screen.getByRole("list", { name: "Images" });
    const pointer = (type: string, pointerId: number, clientX: number) =>
      list.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId, isPrimary: pointerId === 1, clientX, button: 0 }),
      );
    fireEvent.pointerDown(items()[0]!, { pointerId: 1, isPrimary: true, button: 0 });
    await waitFor(() => {
      pointer("pointermove", 1, 50);
      expect(list.dataset).toHaveProperty("reordering");
    });
    pointer("pointerup", 2, 50);
    pointer("pointercancel", 3, 50);
    expect(list.dataset).toHaveProperty("reordering");
    pointer("pointerup", 1, 50);
    expect(list.dataset).not.toHaveProperty("reordering");
  });
});

describe("component: one item", () => {
  test("shows its header's figures and a progress while it is worked on", async () => {
    mount();
    await drop(root(), a);
    await started(1);
    await waitFor(() => expect(items()[0]!.textContent).toMatch(/^a\.jpg 2000 \u00d7 1500, .+ · Preparing\s*$/));
    const progress = screen.getByRole("progressbar", { name: "Preparing a.jpg" });
    expect(progress.hasAttribute("aria-valuenow")).toBe(false);
  });

  test("shows before and after when it is ready, and a picture of what will be sent", async () => {
    const made = vi.spyOn(URL, "createObjectURL");
    const { handle } = await mountWith([a]);
    expect(items()[0]!.textContent).toMatch(/2000 \u00d7 1500, [\d.]+ [kM]B → 1280 \u00d7 960, 3 B/);
    const ready = await handle.current!.whenReady();
    expect(made).toHaveBeenCalledWith(ready.images[0]!.blob);
    expect(items()[0]!.querySelector("img")!.src).toMatch(/^blob:/);
    made.mockRestore();
  });

  test("shows why it was rejected; a text file has no Retry", async () => {
    await mountWith([notImage]);
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    expect(items()[0]!.querySelector("[data-vd-item-error]")!.textContent).not.toBe("");
    expect(screen.queryByRole("button", { name: /again/ })).toBeNull();
  });

  test("a file that was deleted after it was chosen must be chosen again, and has no Retry", async () => {
    const gone = new File([a], "gone.jpg");
    const notFound = () =>
      Promise.reject(new DOMException("A requested file or directory could not be found.", "NotFoundError"));
    Object.assign(gone, {
      arrayBuffer: notFound,
      slice: () => Object.assign(new Blob(["x"]), { arrayBuffer: notFound }),
    });
    mount();
    await drop(root(), gone);
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    expect(items()[0]!.textContent).toContain("Choose it again.");
    expect(
      within(items()[0]!)
        .getAllByRole("button")
        .map(({ title }) => title),
    ).toEqual(["Dismiss gone.jpg"]);
  });

  test("three pasted screenshots of one name have buttons of their own, which stay", async () => {
    const shot = () => new File([a], "image.png");
    await mountWith([shot(), shot(), shot()]);
    const removes = () => screen.getAllByRole("button", { name: /^Remove image/ }).map(({ title }) => title);
    expect(removes()).toEqual(["Remove image.png", "Remove image.png (2)", "Remove image.png (3)"]);
    expect(
      new Set(screen.getAllByRole("button").map((one) => one.getAttribute("aria-label") ?? one.textContent)).size,
    ).toBe(screen.getAllByRole("button").length);
    expect(itemNames()).toEqual(["image.png", "image.png (2)", "image.png (3)"]);
    await click("Remove image.png");
    expect(removes()).toEqual(["Remove image.png (2)", "Remove image.png (3)"]);
  });

  test("no label has characters that reverse text", async () => {
    await mountWith([new File([a], "photo\u202egpj.exe\u0007")]);
    const labels = [...document.querySelectorAll("[aria-label], [title]")].flatMap((one) => [
      one.getAttribute("aria-label"),
      one.getAttribute("title"),
    ]);
    expect([...labels, document.body.textContent].join("\n")).not.toMatch(
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    );
    expect(itemNames()).toEqual(["photogpj.exe"]);
  });

  test("is tried again by its button, which passes the focus on", async () => {
    mount();
    await drop(root(), a);
    await started(1);
    await doing(() =>
      stage.pool.jobs[0]!.release({ status: "failed", failure: "timeout", detail: "slow", backend: "held" }),
    );
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    button("Try a.jpg again").focus();
    await click("Try a.jpg again");
    await started(2);
    await waitFor(() => expect(focused()).toBe("Remove a.jpg"));
    await release(1);
    await waitFor(() => expect(statuses()).toEqual(["ready"]));
  });

  test("shows a name as text, whatever is in it", async () => {
    mount();
    await drop(root(), new File(["x"], "<img src=x onerror=alert(1)>.png"));
    expect(items()[0]!.querySelector("[data-vd-item-name]")!.textContent).toBe("<img src=x onerror=alert(1)>.png");
  });
});

describe("component: keyboard", () => {
  test("Remove hands the focus to the next item, at last to the area", async () => {
    await mountWith([a, b]);
    button("Remove a.jpg").focus();
    await click("Remove a.jpg");
    await waitFor(() => expect(focused()).toBe("Remove b.jpg"));
    await doing(() => void fireEvent.keyDown(document.activeElement!, { key: "Delete" }));
    await waitFor(() => expect(items()).toEqual([]));
    expect(document.activeElement).toBe(document.querySelector("[data-vd-area]"));
  });

  test("removing by pointer takes no focus from where it was", async () => {
    await mountWith([a, b]);
    await click("Remove a.jpg");
    await waitFor(() => expect(itemNames()).toEqual(["b.jpg"]));
    expect(document.activeElement).toBe(document.body);
  });

  test("moving keeps the focus on the button, or on its twin at the end of the list (T33)", async () => {
    const { heard } = await mountWith([a, b, c]);
    button("Move a.jpg later").focus();
    await click("Move a.jpg later");
    await waitFor(() => expect(itemNames()).toEqual(["b.jpg", "a.jpg", "c.jpg"]));
    expect(focused()).toBe("Move a.jpg later");
    await click("Move a.jpg later");
    await waitFor(() => expect(itemNames()).toEqual(["b.jpg", "c.jpg", "a.jpg"]));
    expect(focused()).toBe("Move a.jpg earlier");
    await oneTask();
    expect(heard.ready.at(-1)!.images.map(({ name }) => name)).toEqual(["b.jpg", "c.jpg", "a.jpg"]);
  });

  test("disabled items cannot be removed", async () => {
    const { update } = await mountWith([a]);
    update({ disabled: true });
    expect(button("Remove a.jpg").disabled).toBe(true);
    fireEvent.keyDown(items()[0]!, { key: "Delete" });
    await oneTask();
    expect(itemNames()).toEqual(["a.jpg"]);
  });
});

describe("component: object URLs (T7)", () => {
  test("each is made once and revoked once, reordering and unmounting included", async () => {
    const made = vi.spyOn(URL, "createObjectURL");
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    const { unmount } = await mountWith([a, b]);
    const shown = [...document.querySelectorAll("img")].map(({ src }) => src);
    await click("Move a.jpg later");
    await waitFor(() => expect(itemNames()).toEqual(["b.jpg", "a.jpg"]));
    expect(revoked.mock.calls.flat()).not.toContain(shown[0]);
    unmount();
    expect(new Set(revoked.mock.calls.flat())).toEqual(new Set(made.mock.results.map(({ value }) => value)));
    made.mockRestore();
    revoked.mockRestore();
  });

  test("unmounting in flight leaves none behind", async () => {
    const made = vi.spyOn(URL, "createObjectURL");
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    const { unmount } = mount();
    await drop(root(), a, b);
    await started(2);
    await release(0);
    unmount();
    stage.pool.jobs[1]!.release();
    await oneTask();
    expect(made.mock.calls.length).toBe(revoked.mock.calls.length);
    made.mockRestore();
    revoked.mockRestore();
  });
});

describe("component: live region", () => {
  test("announces additions, rejections, removals and the cap, in one sentence per batch", async () => {
    const { update } = mount();
    expect(spoken()).toBe("");
    await drop(root(), a, b, notImage);
    // In one sentence with the two that were added, where the rejection comes in the same task.
    await waitFor(() => expect(spoken()).toMatch(/^(2 images added\. )?notes\.png wasn't added: /));
    await started(2);
    await release();
    await waitFor(() => expect(spoken()).toBe("2 images ready."));
    await click("Remove a.jpg");
    await waitFor(() => expect(spoken()).toBe("Removed a.jpg. Undo available."));
    update({ maxRequestBytes: 50 });
    await waitFor(() => expect(spoken()).toMatch(/^\d+ k?B over the limit: shorten the message\.$/));
  });
});

describe("component: files whose headers are not read", () => {
  test("are announced a while after the first of them, though others follow it", async () => {
    const unread = (name: string) =>
      Object.assign(new File(["x"], name), { slice: () => ({ arrayBuffer: () => new Promise(() => {}) }) });
    mount();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await drop(root(), unread("d.jpg"));
    act(() => void vi.advanceTimersByTime(1000));
    await drop(root(), unread("e.jpg"));
    expect(spoken()).toBe("");
    act(() => void vi.advanceTimersByTime(1000));
    expect(spoken()).toBe("2 images added.");
    vi.useRealTimers();
  });
});

describe("component: meter", () => {
  test("announces exactly what it shows", async () => {
    await mountWith([a], { maxRequestBytes: 100_000 });
    const meter = screen.getByRole("meter", { name: "Request size" });
    expect(meter.getAttribute("aria-valuetext")).toBe(meter.textContent);
    expect(meter.textContent).toMatch(/^[\d.]+ (B|kB) of 100 kB$/);
    expect(meter.getAttribute("aria-valuemax")).toBe("100000");
    expect(Number(meter.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  });

  test("names the tokens apart from the bytes, and not in the meter's own words", async () => {
    await mountWith([a]);
    const line = screen.getByText(/^\u2248 [\d,]+ tokens$/);
    expect(screen.getByRole("meter").contains(line)).toBe(false);
  });

  test("over the cap it gives advice, and its value stays within its range", async () => {
    const { heard } = await mountWith([a], { maxRequestBytes: 50 });
    expect(root().dataset.status).toBe("over");
    const meter = screen.getByRole("meter");
    expect([meter.getAttribute("aria-valuenow"), meter.getAttribute("aria-valuemax")]).toEqual(["50", "50"]);
    // The rest is said by buttons.
    expect(Array.from(document.querySelectorAll("[data-vd-advice] li"), (line) => line.textContent)).toEqual([
      expect.stringMatching(/shorten the conversation/),
    ]);
    expect(heard.ready).toEqual([]);
  });

  test("is not drawn before there is anything to measure, and goes with the last image", async () => {
    mount();
    expect(root().querySelector("[data-vd-meter]")).toBeNull();
    await drop(root(), a);
    await started(1);
    await release();
    expect(screen.getByRole("meter")).toBeDefined();
    await click("Remove a.jpg");
    await waitFor(() => expect(root().querySelector("[data-vd-meter]")).toBeNull());
  });

  test("keeps parts, bytes and tokens behind a button", async () => {
    await mountWith([a], { maxRequestBytes: 100_000 });
    const exactly = screen.getByText(/^[\d,]+ of 100,000 bytes, this app's limit/);
    const panel = exactly.closest<HTMLElement>("[data-vd-meter-details]")!;
    const toggle = button("Details");
    expect([panel.hidden, toggle.getAttribute("aria-expanded")]).toEqual([true, "false"]);
    expect(toggle.getAttribute("aria-controls")).toBe(panel.id);
    await click("Details");
    expect([panel.hidden, toggle.getAttribute("aria-expanded")]).toEqual([false, "true"]);
    expect(panel.querySelectorAll("[data-vd-meter-key][data-part=images]")).toHaveLength(1);
  });

  test("over the cap one click on its button removes the last image, and the request fits again", async () => {
    const { update, handle } = await mountWith([a, b]);
    expect(screen.queryByRole("group", { name: "Make it fit" })).toBeNull();
    const { estimate } = await handle.current!.whenReady();
    update({ maxRequestBytes: estimate.bytes - 1 });
    await waitFor(() => expect(root().dataset.status).toBe("over"));
    expect(root().querySelector("[data-vd-advice]")).toBeNull();
    const remove = button("Remove last image");
    remove.focus();
    await click("Remove last image");
    await waitFor(() => expect(root().dataset.status).toBe("ready"));
    expect(items().map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^a\.jpg/)]);
    await waitFor(() => expect(spoken()).toMatch(/The message fits again\.$/));
    expect(screen.queryByRole("group", { name: "Make it fit" })).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });
});

test("the meter: PDF files are named where they are to be removed, and where they were", async () => {
  const documents = "native";
  const { update, handle } = mount({ documents });
  await drop(root(), pdfFile([{}], {}, "one.pdf"), pdfFile([{}], {}, "two.pdf"));
  const { estimate } = await handle.current!.whenReady();
  update({ documents, maxRequestBytes: estimate.bytes - 1 });
  const group = await screen.findByRole("group", { name: "Make it fit" });
  await waitFor(() =>
    expect(
      within(group)
        .getAllByRole("button")
        .map((one) => one.textContent),
    ).toEqual(["Remove two.pdf"]),
  );
  await click("Remove all images");
  expect(root().querySelector("[data-vd-undo]")!.textContent).toBe("Removed one.pdf, two.pdf. Undo");
});

test("the meter: its button says what shrinking would bring before it is pressed", async () => {
  // Within the box: it goes as it is, with the bytes of a real file.
  const small = await imageFile({ width: 1200, height: 900, name: "small.jpg" });
  const { update, handle } = mount();
  await drop(root(), small, small);
  const { estimate } = await handle.current!.whenReady();
  const maxRequestBytes = Math.round(estimate.bytes * 0.8);
  update({ maxRequestBytes });
  const shrink = await screen.findByRole("button", {
    name: /^Shrink to fit \(2 images, about [\d.]+ k?B less\)$/,
  });
  update({ maxRequestBytes, messages: { shrinkToFitBy: (count) => `Verkleinern: ${count}` } });
  await waitFor(() => expect(shrink.textContent).toBe("Verkleinern: 2"));
});

test("the meter: its buttons are disabled with the dropzone", async () => {
  const small = await imageFile({ width: 1200, height: 900, name: "small.jpg" });
  const { update, handle } = mount();
  await drop(root(), small, small);
  const { estimate } = await handle.current!.whenReady();
  const maxRequestBytes = Math.round(estimate.bytes * 0.8);
  const buttons = () => [button(/^Shrink to fit/), button("Remove last image"), button("Remove all images")];
  update({ maxRequestBytes });
  await waitFor(() => expect(buttons().map(({ disabled }) => disabled)).toEqual([false, false, false]));
  update({ maxRequestBytes, disabled: true });
  expect(buttons().map(({ disabled }) => disabled)).toEqual([true, true, true]);
});

describe("component: custom layouts", () => {
  test("a composer in a root: the text box drops in, a click on it opens nothing", async () => {
    function Composer() {
      const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
      return (
        <VisionDropzone.Root dropzone={dropzone} aria-label="Composer" className="mine">
          <VisionDropzone.List>{(item, index) => <li>{`${index + 1}. ${item.name}`}</li>}</VisionDropzone.List>
          <textarea aria-label="Message" />
          <VisionDropzone.Area compact />
          <VisionDropzone.Meter details="never" />
          <VisionDropzone.Input />
          <VisionDropzone.Status />
        </VisionDropzone.Root>
      );
    }
    render(<Composer />);
    const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
    fireEvent.click(screen.getByLabelText("Message"));
    fireEvent.click(root());
    expect(opened).not.toHaveBeenCalled();
    fireEvent.click(button("Add images"));
    expect(opened).toHaveBeenCalledTimes(1);
    await drop(screen.getByLabelText("Message"), a);
    expect(within(screen.getByRole("list")).getByText("1. a.jpg")).toBeDefined();
    expect(root().className).toBe("mine");
    opened.mockRestore();
  });

  test("children as a node are the area's text, as a function everything", () => {
    const { update } = mount({ children: "Bring pictures" });
    expect(button("Bring pictures")).toBeDefined();
    update({ children: ({ status }) => <b>{status}</b> });
    expect(root().querySelector("b")!.textContent).toBe("empty");
    expect(root().querySelector("[data-vd-area]")).toBeNull();
    expect(root().querySelector("input[type=file]")).not.toBeNull();
  });

  test("words can be replaced one by one, errors by their code", async () => {
    await mountWith([a, notImage], {
      messages: {
        areaTitle: "Bilder hierher",
        meterLabel: undefined as unknown as string,
        error: ({ code }) => `Fehler ${code}`,
      },
    });
    await waitFor(() => expect(items()[1]!.textContent).toMatch(/Fehler not-an-image|Fehler image-header-damaged/));
    expect(button(/^Bilder hierher/)).toBeDefined();
    expect(screen.getByRole("meter", { name: "Request size" })).toBeDefined();
  });

  test("props of the element go to the element, options do not", () => {
    mount({ id: "zone", title: "t", maxFiles: 3, timeoutMs: 10_000, quality: 0.8 });
    expect([root().id, root().title]).toEqual(["zone", "t"]);
    expect(
      root()
        .getAttributeNames()
        .filter((name) => /files|timeout|quality|endpoint/i.test(name)),
    ).toEqual([]);
  });

  test("a part outside a root says so", () => {
    const silence = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(() => render(<VisionDropzone.List />)).toThrow(/VisionDropzone\.Root/);
    silence.mockRestore();
  });

  test("a ref gives a Send button what it needs", async () => {
    const { handle } = await mountWith([a]);
    expect((await handle.current!.whenReady()).blocks).toMatchObject([{ type: "image" }]);
    expect(handle.current!.element).toBe(root());
    act(() => handle.current!.clear());
    await waitFor(() => expect(items()).toEqual([]));
    expect(root().querySelector("[data-vd-status]")?.textContent).toContain("removed.");
  });

  test("after a send the images leave the list as sent", async () => {
    const { handle } = await mountWith([a]);
    const ready = await handle.current!.whenReady();
    act(() => handle.current!.removeSent(ready));
    await waitFor(() => expect(items()).toEqual([]));
    expect(root().querySelector("[data-vd-status]")?.textContent).toBe(`${ready.items[0]!.name} sent.`);
  });
});
