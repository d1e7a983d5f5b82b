import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { doing, drop, input, itemNames, items, mount, notImage, paste, photo, pick, root, statuses } from "./page.js";

/** Of the announcer: then it says what it knows so far. */
const LONGEST_SILENCE_MS = 1500;

const settled = (expected: string[]) => waitFor(() => expect(statuses()).toEqual(expected));

let a: File;
let b: File;
let c: File;

beforeAll(async () => {
  // The first is the largest, so that with two workers the second is done before it.
  [a, b, c] = await Promise.all([photo("a.jpg", 4000, 3000), photo("b.jpg", 400, 300), photo("c.jpg", 1300, 1300)]);
});
beforeEach(() => {
  vi.restoreAllMocks();
});

describe("dropzone: from a drop to blocks, with real pixels", () => {
  test("two drops in the same tick: both arrive, in order, and onReady fires once (T1, T33)", async () => {
    const { ready } = mount();
    await doing(() => {
      expect(drop(root(), a)).toBe(true);
      expect(drop(root(), b, c)).toBe(true);
    });
    await settled(["ready", "ready", "ready"]);
    await waitFor(() => expect(ready).toHaveLength(1));
    expect(ready[0]!.images.map(({ name, width, height }) => [name, width, height])).toEqual([
      ["a.jpg", 1280, 960],
      ["b.jpg", 400, 300],
      ["c.jpg", 960, 960],
    ]);
    expect(ready[0]!.blocks[0]).toMatchObject({ type: "image", source: { type: "base64", media_type: "image/jpeg" } });
    const first = ready[0]!.images[0]!;
    expect(atob(first.base64).length).toBe(first.blob.size);
    expect(ready[0]!.estimate.exact).toBe(true);
  });

  test("the thumbnail is the picture that will be sent", async () => {
    mount();
    await doing(() => void drop(root(), a));
    await settled(["ready"]);
    const image = await waitFor(() => {
      const found = items()[0]!.querySelector("img")!;
      expect(found.complete && found.naturalWidth).toBe(1280);
      return found;
    });
    expect(image.naturalHeight).toBe(960);
  });

  test("a drop while another is at work joins it; the meter goes from estimate to what the images come to", async () => {
    const { ready } = mount();
    await doing(() => void drop(root(), a));
    expect(screen.getByRole("meter").textContent).toMatch(/^About /);
    await doing(() => void drop(root(), c));
    await settled(["ready", "ready"]);
    await waitFor(() => expect(screen.getByRole("meter").textContent).toMatch(/^[\d.<]+ [kM]B of/));
    const meter = screen.getByRole("meter");
    expect(meter.getAttribute("aria-valuetext")).toBe(meter.textContent);
    await waitFor(() => expect(ready).toHaveLength(1));
  });

  test("whenReady, called before anything is done, waits for all of it (T15)", async () => {
    const { handle } = mount();
    await doing(() => void drop(root(), a, b, notImage));
    const { images, rejected } = await handle.current!.whenReady();
    expect(images.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
    expect(rejected.map(({ name }) => name)).toEqual(["notes.png"]);
  });

  test("a rejected file can be tried again", async () => {
    let fail = true;
    const compress = async (file: Blob) => {
      if (fail) throw new Error("service down");
      return file;
    };
    mount({ compress });
    await doing(() => void drop(root(), c));
    await settled(["rejected"]);
    expect(items()[0]!.textContent).toContain("service down");
    fail = false;
    await doing(() => void fireEvent.click(screen.getByRole("button", { name: "Try c.jpg again" })));
    await waitFor(() => expect(items()[0]!.textContent).not.toContain("service down"));
  });
});

describe("dropzone: drop, paste and picker, with real events", () => {
  test("the same file again after its removal, by the input (T31)", async () => {
    mount();
    await doing(() => pick(b));
    await settled(["ready"]);
    expect(input().files).toHaveLength(0);
    await doing(() => void fireEvent.click(screen.getByRole("button", { name: "Remove b.jpg" })));
    await settled([]);
    await doing(() => pick(b));
    await settled(["ready"]);
  });

  test("pasted pictures are taken, pasted text is not touched (T2, T3)", async () => {
    mount();
    await doing(() => expect(paste(root(), [b])).toBe(true));
    await settled(["ready"]);
    await doing(() => expect(paste(root(), [], "just words")).toBe(false));
    await doing(() => expect(paste(root(), [c], "words of a document")).toBe(false));
    await doing(() => expect(paste(root(), [c], "/home/me/c.jpg")).toBe(true));
    await settled(["ready", "ready"]);
    expect(itemNames()).toEqual(["b.jpg", "c.jpg"]);
  });

  test("disabled closes all of them", async () => {
    mount({ disabled: true });
    await doing(() => {
      drop(root(), b);
      paste(root(), [b]);
      pick(b);
    });
    expect(items()).toEqual([]);
  });

  test("maxFiles holds across them; rejected files take no place (T34, T36)", async () => {
    mount({ maxFiles: 2 });
    await doing(() => void drop(root(), notImage, b));
    await doing(() => void paste(root(), [b]));
    await doing(() => pick(c));
    await settled(["ready", "ready", "rejected", "rejected"]);
    expect(itemNames()).toEqual(["b.jpg", "b.jpg (2)", "notes.png", "c.jpg"]);
  });

  test("thirty-nine bad files at once are one announcement, not the last one's reason", async () => {
    // A machine with other work needs longer for them than the announcer keeps silent.
    const { setTimeout: wait } = globalThis;
    const clock = vi
      .spyOn(globalThis, "setTimeout")
      .mockImplementation((task: () => void, delayMs?: number) =>
        wait(task, delayMs === LONGEST_SILENCE_MS ? 600_000 : delayMs),
      );
    onTestFinished(() => clock.mockRestore());
    mount();
    const spoken: string[] = [];
    const region = screen.getByRole("status");
    new MutationObserver(() => spoken.push(region.textContent)).observe(region, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    const bad = Array.from(
      { length: 39 },
      (_, index) => new File([`words ${index}`], `${index}.png`, { type: "image/png" }),
    );
    await doing(() => void drop(root(), ...bad));
    await waitFor(() =>
      expect(region.textContent).toMatch(/^39 files weren't added\. The first, 0\.png: Not an image/),
    );
    expect(spoken).toEqual([region.textContent]);
  });

  test("a drop beside the dropzone does not replace the page (T32)", () => {
    mount();
    expect(drop(document.body, b)).toBe(true);
    expect(items()).toEqual([]);
  });
});

describe("dropzone: cleanup after unmount", () => {
  test("unmounting in flight leaves no object URL and calls no callback", async () => {
    const made = vi.spyOn(URL, "createObjectURL");
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    const { ready, unmount } = mount();
    // So many that the last is not done when the first is seen to be.
    await doing(() => void drop(root(), b, ...new Array<File>(30).fill(a)));
    await waitFor(() => expect(statuses()).toContain("ready"));
    await waitFor(() => expect(document.querySelector("[data-vd-item] img")).not.toBeNull());
    unmount();
    const pictures = made.mock.calls.flatMap(([blob], index) => {
      const { value } = made.mock.results[index]!;
      // The pool's worker starts from a URL of its own, which is a script.
      return blob instanceof Blob && blob.type.startsWith("image/") ? [value as string] : [];
    });
    expect(pictures.length).toBeGreaterThan(0);
    expect(revoked.mock.calls.flat()).toEqual(expect.arrayContaining(pictures));
    expect(ready).toEqual([]);
  });
});
