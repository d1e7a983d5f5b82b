import { act, fireEvent, render, renderHook, waitFor } from "@testing-library/react";
import { type ReactNode, StrictMode, useState } from "react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { measureRequest } from "../../src/core.js";
import type { ReadyRequest } from "../../src/queue/types.js";
import { anthropicMessages, openaiChat, withDetail } from "../../src/endpoints.js";
import type { RootProps } from "../../src/react/drop/use-drop-target.js";
import { useVisionDropzone, type VisionDropzoneOptions } from "../../src/react/hooks/use-vision-dropzone.js";
import { nextTask } from "../../src/shared/next-task.js";
import { heldPool } from "../fixtures/held-pool.js";
import { type Block, doing, notImage, photo, started, transfer, oneTask } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let a: File;
let b: File;

beforeAll(async () => {
  [a, b] = (await Promise.all(["a.jpg", "b.jpg"].map(photo))) as [File, File];
});
beforeEach(() => {
  stage.pool = heldPool();
});

test("defaultImages: they are ready once, and prepared by nobody, also under StrictMode", async () => {
  const hook = open({ defaultImages: [{ blob: a, name: "a.jpg" }, { base64: "" }] });
  await settle(hook);
  expect(hook.result.current.items).toMatchObject([
    { label: "a.jpg", status: "ready", image: { width: 2000, height: 1500, bytes: a.size } },
    { status: "rejected", error: { code: "file-empty" } },
  ]);
  expect(hook.ready).toHaveLength(1);
  expect(stage.pool.jobs).toHaveLength(0);
});

function open(options: Partial<VisionDropzoneOptions<Block>> = {}) {
  let renders = 0;
  const ready: ReadyRequest<Block>[] = [];
  const hook = renderHook(
    (more: Partial<VisionDropzoneOptions<Block>>) => {
      renders += 1;
      // Everything inline, as apps write it.
      return useVisionDropzone<Block>({
        endpoint: anthropicMessages,
        limits: { maxFileBytes: 10_000_000 },
        request: (blocks) => ({ model: "m", messages: [{ role: "user", content: blocks }] }),
        onReady: (request) => ready.push(request),
        ...options,
        ...more,
      });
    },
    { wrapper: StrictMode, initialProps: {} },
  );
  return { ...hook, ready, renders: () => renders };
}
const status = (hook: ReturnType<typeof open>) => hook.result.current.status;
const settle = (hook: ReturnType<typeof open>) => waitFor(() => expect(status(hook)).not.toBe("working"));
const releaseAll = () => doing(() => stage.pool.jobs.forEach((job) => job.release()));

/** Drops a folder that is still being read. What comes back lets it be read to its end, with this file in it. */
function dropFolder(hook: ReturnType<typeof open>): (file: File) => Promise<void> {
  let answer: ((entries: unknown[]) => void) | undefined;
  const createReader = () => ({ readEntries: (resolve: (entries: unknown[]) => void) => (answer = resolve) });
  const folder = { kind: "file", webkitGetAsEntry: () => ({ name: "folder", isDirectory: true, createReader }) };
  const view = render(<div data-testid="target" {...hook.result.current.getRootProps()} />);
  act(
    () =>
      void fireEvent.drop(view.getByTestId("target"), {
        dataTransfer: { types: ["Files"], items: [folder], files: [] },
      }),
  );
  return async (file) => {
    await waitFor(() => expect(answer).toBeDefined());
    answer!([{ name: file.name, isFile: true, file: (resolve: (file: File) => void) => resolve(file) }]);
    await oneTask();
    answer!([]);
  };
}

describe("whenReady: after unmount", () => {
  const begin = async () => {
    const hook = open();
    act(() => void hook.result.current.add([a, b]));
    await started(2);
    return hook;
  };

  test("whenReady gets the blocks, and onReady is called", async () => {
    const hook = await begin();
    const waiting = hook.result.current.whenReady();
    hook.unmount();
    expect(stage.pool.jobs.some(({ aborted }) => aborted)).toBe(false);
    await releaseAll();
    const { blocks, images } = await waiting;
    expect(blocks).toHaveLength(2);
    expect(images.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
    await waitFor(() => expect(hook.ready).toHaveLength(1));
  });

  test("without a caller that waits the work stops; a later call continues it", async () => {
    const hook = await begin();
    const { whenReady } = hook.result.current;
    hook.unmount();
    expect(stage.pool.jobs.every(({ aborted }) => aborted)).toBe(true);
    const waiting = whenReady();
    await started(4);
    await releaseAll();
    expect((await waiting).blocks).toHaveLength(2);
  });

  test("a signal ends the wait, and the work with it", async () => {
    const hook = await begin();
    const controller = new AbortController();
    const waiting = hook.result.current.whenReady({ signal: controller.signal });
    hook.unmount();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    await waitFor(() => expect(stage.pool.jobs.every(({ aborted }) => aborted)).toBe(true));
  });

  test("a folder that is still being read is waited for, and its files come along", async () => {
    const hook = await begin();
    const answer = dropFolder(hook);
    await oneTask();
    const waiting = hook.result.current.whenReady();
    hook.unmount();
    expect(stage.pool.jobs.some(({ aborted }) => aborted)).toBe(false);
    await answer(a);
    await started(3);
    await releaseAll();
    expect((await waiting).blocks).toHaveLength(3);
  });

  test("clear() ends the wait for a folder that is never read", async () => {
    const hook = open();
    dropFolder(hook);
    const waiting = hook.result.current.whenReady();
    await doing(() => hook.result.current.clear());
    expect((await waiting).blocks).toEqual([]);
  });
});

describe("useVisionDropzone: queue", () => {
  test("inline options do not render forever", async () => {
    const hook = open();
    await oneTask();
    const before = hook.renders();
    hook.rerender({});
    await oneTask();
    // StrictMode renders each time twice.
    expect(hook.renders() - before).toBe(2);
  });

  test("an inline request is measured once per change, not again for the render that it causes, and once more at rest", async () => {
    const measured: number[] = [];
    const hook = renderHook(() =>
      useVisionDropzone<Block>({
        endpoint: anthropicMessages,
        request: (blocks) => {
          measured.push(blocks.length);
          return { messages: [{ role: "user", content: blocks }] };
        },
      }),
    );
    await doing(() => void hook.result.current.add([a]));
    await started(1);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const tasks = (count: number) =>
        act(async () => {
          while (count-- > 0) await new Promise<void>(nextTask);
        });
      measured.length = 0;
      stage.pool.jobs.forEach((job) => job.release());
      while (hook.result.current.status !== "ready") await tasks(1);
      await tasks(10);
      expect(measured).toEqual([1]);
      vi.advanceTimersByTime(1_000);
      await tasks(10);
      expect(measured).toEqual([1, 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("an inline request that says something else because of what onChange set is measured, too", async () => {
    const inline = (words: string) => (blocks: Block[]) => ({ messages: [{ role: "user", content: blocks }], words });
    const hook = renderHook(() => {
      const [words, setWords] = useState("");
      const dropzone = useVisionDropzone<Block>({
        endpoint: anthropicMessages,
        request: inline(words),
        onChange: ({ items }) => setWords("x".repeat(1_000 * items.length)),
      });
      return { dropzone, words };
    });
    await doing(() => void hook.result.current.dropzone.add([notImage]));
    const bare = measureRequest(inline("x".repeat(1_000))([]));
    await waitFor(() => expect(hook.result.current.dropzone.estimate.bytes).toBe(bare));
  });

  test.each([
    ["a spread", () => ({ ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 100 } })],
    ["one with closures of its own", () => withDetail(openaiChat, "high") as unknown as typeof anthropicMessages],
  ])("an inline endpoint does not render forever: %s", async (_name, endpoint) => {
    let renders = 0;
    const hook = renderHook(() => {
      // Else the test would hang with the page it is about.
      if (++renders > 60) throw new Error("It renders for ever.");
      return useVisionDropzone<Block>({ endpoint: endpoint() });
    });
    act(() => void hook.result.current.add([a]));
    await started(1);
    await releaseAll();
    await waitFor(() => expect(hook.result.current.status).toBe("ready"));
    await oneTask();
    const before = renders;
    const [block] = hook.result.current.ready!.blocks;
    hook.rerender();
    await oneTask();
    expect(renders - before).toBe(1);
    expect(hook.result.current.ready!.blocks[0]).toBe(block);
  });

  test("onReady is the one of the last render, and fires once a settled change", async () => {
    const hook = open();
    const late = vi.fn();
    act(() => void hook.result.current.add([a]));
    await started(1);
    hook.rerender({ onReady: late });
    await releaseAll();
    await settle(hook);
    await oneTask();
    expect(late).toHaveBeenCalledTimes(1);
    expect(hook.ready).toEqual([]);
    hook.rerender({ onReady: late });
    await oneTask();
    expect(late).toHaveBeenCalledTimes(1);
  });

  test("a changed request moves the meter and prepares nothing anew", async () => {
    const hook = open();
    act(() => void hook.result.current.add([a]));
    await started(1);
    await releaseAll();
    await settle(hook);
    const before = hook.result.current.estimate.bytes;
    hook.rerender({
      request: (blocks: readonly Block[]) => ({
        model: "m",
        messages: [{ role: "user", content: blocks }],
        system: "ä",
      }),
    });
    await waitFor(() => expect(hook.result.current.estimate.bytes).toBe(before + ',"system":"ä"'.length + 1));
    expect(stage.pool.jobs).toHaveLength(1);
  });

  test("another endpoint gives other blocks, of the same picture", async () => {
    const hook = open();
    act(() => void hook.result.current.add([a]));
    await started(1);
    await releaseAll();
    await settle(hook);
    const [image] = hook.result.current.ready!.images;
    hook.rerender({ endpoint: openaiChat as unknown as typeof anthropicMessages });
    await waitFor(() => expect(hook.result.current.ready?.blocks).toMatchObject([{ type: "image_url" }]));
    expect(hook.result.current.ready!.images[0]).toBe(image);
    expect(stage.pool.jobs).toHaveLength(1);
  });

  test("a changed box prepares again", async () => {
    const hook = open();
    act(() => void hook.result.current.add([a]));
    await started(1);
    await releaseAll();
    await settle(hook);
    hook.rerender({ box: { width: 640, height: 480 } });
    await started(2);
    expect(stage.pool.jobs[1]!.job.target).toEqual({ width: 640, height: 480 });
  });

  test("unmounting stops the work", async () => {
    const hook = open();
    act(() => void hook.result.current.add([a, b]));
    await started(2);
    hook.unmount();
    expect(stage.pool.jobs.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test("one bad option is a bad call and says so", () => {
    const silence = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(() => open({ quality: 85 })).toThrow(TypeError);
    silence.mockRestore();
  });
});

describe("whenReady: what a Send button awaits (T15)", () => {
  test("waits for the work in flight", async () => {
    const hook = open();
    act(() => void hook.result.current.add([a]));
    await started(1);
    const sent = vi.fn();
    const sending = hook.result.current.whenReady().then(sent);
    await oneTask();
    expect(sent).not.toHaveBeenCalled();
    await releaseAll();
    await act(() => sending);
    expect(sent.mock.calls[0]![0].images).toMatchObject([{ name: "a.jpg" }]);
  });

  test("waits for a dropped folder, too, and leaves no listener on the signal it was given", async () => {
    const hook = open();
    const readFolder = dropFolder(hook);
    const sent = vi.fn();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const sending = hook.result.current.whenReady({ signal }).then(sent);
    await oneTask();
    expect(sent).not.toHaveBeenCalled();
    await readFolder(a);
    await started(1);
    await releaseAll();
    await act(() => sending);
    expect(sent.mock.calls[0]![0].images).toMatchObject([{ name: "a.jpg" }]);
    const listeners = (calls: unknown[][]) => calls.map(([, listener]) => listener);
    expect(listeners(added.mock.calls)).toHaveLength(2);
    expect(listeners(removed.mock.calls)).toEqual(listeners(added.mock.calls));
  });

  test("clear forgets a folder that is still being read", async () => {
    const hook = open();
    const readFolder = dropFolder(hook);
    await oneTask();
    act(() => hook.result.current.clear());
    await readFolder(a);
    await oneTask();
    expect(hook.result.current.items).toEqual([]);
  });

  test("resolves with nothing for an empty list, rejects when the request is too large", async () => {
    const hook = open();
    await expect(hook.result.current.whenReady()).resolves.toMatchObject({ blocks: [] });
    hook.rerender({ maxRequestBytes: 10 });
    await oneTask();
    await expect(hook.result.current.whenReady()).rejects.toMatchObject({ code: "request-too-large" });
  });
});

describe("useVisionDropzone: prop getters", () => {
  const german = { areaTitle: "Bilder hierher" };
  function Headless({
    inside,
    text,
    disabled = false,
    ...props
  }: RootProps & { inside?: ReactNode; text?: string; disabled?: boolean }) {
    const { getRootProps, getInputProps, items } = useVisionDropzone({
      endpoint: anthropicMessages,
      messages: german,
      disabled,
    });
    return (
      <section {...getRootProps({ id: "mine", ...props })}>
        <input {...getInputProps({ name: "pictures" })} />
        {inside}
        <p>{items.map(({ name }) => name).join()}</p>
        {text}
      </section>
    );
  }
  const target = () => document.querySelector<HTMLElement>("#mine")!;

  test("the app's props and handlers are kept, and run first", async () => {
    const seen: string[] = [];
    render(<Headless aria-label="Pictures" onDrop={() => seen.push(document.querySelector("p")!.textContent)} />);
    await doing(() => void fireEvent.drop(target(), { dataTransfer: transfer([notImage]) }));
    await waitFor(() => expect(document.querySelector("p")!.textContent).toBe("notes.png"));
    expect(seen).toEqual([""]);
    expect(document.querySelector("input")!.name).toBe("pictures");
    expect(target().getAttribute("aria-label")).toBe("Pictures");
  });

  describe("root: a button while it has no controls", () => {
    test("named by the messages; a click, Enter and Space open the picker", () => {
      const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
      render(<Headless />);
      expect([target().tabIndex, target().getAttribute("role"), target().getAttribute("aria-label")]).toEqual([
        0,
        "button",
        "Bilder hierher",
      ]);
      expect(document.querySelector("input")!.getAttribute("aria-label")).toBe("Choose images");
      fireEvent.click(document.querySelector("p")!);
      fireEvent.keyDown(target(), { key: "Enter" });
      fireEvent.keyDown(target(), { key: " " });
      expect(opened).toHaveBeenCalledTimes(3);
      opened.mockRestore();
    });

    test("named by its text where it has any", async () => {
      render(<Headless text="Bring pictures" />);
      await waitFor(() =>
        expect([target().getAttribute("role"), target().getAttribute("aria-label")]).toEqual(["button", null]),
      );
    });

    test("a control comes into it: only the click is left, and not on the control; the focus stays", async () => {
      const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
      const view = render(<Headless />);
      target().focus();
      view.rerender(<Headless inside={<button type="button">inner</button>} />);
      await waitFor(() => expect([target().tabIndex, target().getAttribute("role")]).toEqual([-1, null]));
      expect(document.activeElement).toBe(target());
      fireEvent.keyDown(target(), { key: "Enter" });
      fireEvent.click(document.querySelector("button")!);
      fireEvent.keyDown(document.querySelector("button")!, { key: "Enter" });
      expect(opened).not.toHaveBeenCalled();
      fireEvent.click(document.querySelector("p")!);
      expect(opened).toHaveBeenCalledTimes(1);
      view.rerender(<Headless />);
      await waitFor(() => expect([target().tabIndex, target().getAttribute("role")]).toEqual([0, "button"]));
      opened.mockRestore();
    });

    test("disabled, it cannot be reached", () => {
      render(<Headless disabled />);
      expect([target().hasAttribute("tabindex"), target().getAttribute("aria-disabled")]).toEqual([false, "true"]);
    });
  });

  test("clickable false leaves clicks and keys alone", () => {
    render(<Headless clickable={false} />);
    const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
    fireEvent.click(target());
    fireEvent.keyDown(target(), { key: "Enter" });
    expect(opened).not.toHaveBeenCalled();
    expect(target().hasAttribute("role")).toBe(false);
    opened.mockRestore();
  });

  test("open without an input says what is missing", () => {
    const hook = open();
    expect(() => hook.result.current.open()).toThrow(/getInputProps/);
  });
});
