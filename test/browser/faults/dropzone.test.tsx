/**
 * The component in a real page with the real pipeline, when things go wrong. After each: no file lost, `onReady` called once, in
 * order, and everything released that must be (counted).
 */
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReadyRequest } from "../../../src/queue/types.js";
import { anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import type { ToWorker } from "../../../src/pool/protocol.js";
import { VisionDropzone } from "../../../src/react/components/vision-dropzone.js";
import "../../../src/react/styles.css";
import { type Held, startTally, type Tally } from "../../fixtures/canvas/tally.js";
import { doing, drop, itemNames, items, mount as mountDropzone, paste, photo, root, statuses } from "../react/page.js";

/** The pool's own upper bound; it keeps idle workers for a while. */
const MOST_WORKERS = 4;
/** Half of how long that is: the pool's timer runs in halves. */
const IDLE_HALF_MS = 15_000;

let photos: File[];
let tally: Tally;
let before: Held;

beforeAll(async () => {
  // The development server gives each worker's script an object URL, for good.
  await import("../../../src/pool/default-photo-worker.js");
  // React's own listener on the document, which the first root of a page brings and no root takes away.
  render(<p />).unmount();
  photos = await Promise.all(Array.from({ length: 20 }, (_, at) => photo(`${at}.jpg`, 1400 + 20 * at, 1000)));
});
beforeEach(() => {
  tally = startTally();
});
afterEach(() => tally.stop());

/** Inside the test, since the runner, too, listens while it runs. */
const begin = () => void (before = tally.held());
const mount: typeof mountDropzone = (props) => {
  begin();
  return mountDropzone(props);
};
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name);
const allReady = (count: number) => waitFor(() => expect(statuses()).toEqual(Array(count).fill("ready")));
/** Or done already: on a busy machine the page may see no step between. */
const underWay = () => waitFor(() => expect(statuses()).toContainEqual(expect.stringMatching(/working|ready/)));
const someReady = () => waitFor(() => expect(statuses()).toContain("ready"));
/** Longer than any callback takes: one that must not be called would have been called by now. */
const quiet = () => act(() => new Promise((resolve) => setTimeout(resolve, 150)));

/** With the list empty or the component unmounted. */
async function expectNothingKept() {
  await waitFor(() => expect(tally.held().objectUrls).toBe(before.objectUrls));
  expect(tally.held().workers).toBeLessThanOrEqual(before.workers + MOST_WORKERS);
}

async function expectAllReleased(unmount: () => void) {
  await act(async () => unmount());
  await expectNothingKept();
  await waitFor(() => expect(tally.held().listeners).toEqual(before.listeners));
}

describe("dropzone: aborted in flight", () => {
  test("clear() with 20 in flight: nothing arrives late nor works on, and the next drop is like the first", async () => {
    const { ready, handle, unmount } = mount();
    const jobs = vi.spyOn(Worker.prototype, "postMessage");
    for (const moment of [() => Promise.resolve(), underWay, someReady]) {
      await doing(() => void drop(root(), ...photos));
      await moment();
      // On a busy machine all may have become ready before.
      let reported = 0;
      await doing(() => {
        reported = ready.length;
        handle.current!.clear();
      });
      jobs.mockClear();
      // Told in a task of its own, and drawn in the next.
      await waitFor(() => expect(items()).toEqual([]));
      await quiet();
      expect(items()).toEqual([]);
      expect(jobs.mock.calls.filter(([message]) => (message as ToWorker).type === "prepare")).toEqual([]);
      await expectNothingKept();
      expect(ready.slice(reported).flatMap(({ images }) => images)).toEqual([]);
    }
    jobs.mockRestore();
    await doing(() => void drop(root(), ...photos.slice(0, 3)));
    await allReady(3);
    await waitFor(() => expect(ready.at(-1)!.images).toHaveLength(3));
    await expectAllReleased(unmount);
  });

  test("unmounted in flight: no callback afterwards, and no work goes on", async () => {
    for (const moment of [() => Promise.resolve(), underWay, someReady]) {
      const { ready, unmount } = mount();
      await doing(() => void drop(root(), ...photos.slice(0, 6)));
      await moment();
      await expectAllReleased(unmount);
      await quiet();
      expect(ready).toEqual([]);
    }
  });

  test("whenReady rejects when its own signal fires, and leaves no listener", async () => {
    const { handle, unmount } = mount();
    await doing(() => void drop(root(), ...photos.slice(0, 3)));
    const controller = new AbortController();
    const { length } = tally.held().listeners;
    const waiting = handle.current!.whenReady({ signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    await handle.current!.whenReady({ signal: new AbortController().signal });
    expect(tally.held().listeners.length).toBeLessThanOrEqual(length);
    await expectAllReleased(unmount);
  });
});

describe("dropzone: remounted", () => {
  test("StrictMode's second mount adds no listener and takes nothing twice", async () => {
    const { ready, unmount } = mount();
    const once = tally.held().listeners;
    await doing(() => void drop(root(), photos[0]!, photos[1]!));
    await allReady(2);
    await waitFor(() => expect(ready).toHaveLength(1));
    await quiet();
    expect(ready).toHaveLength(1);
    expect(tally.held()).toMatchObject({ objectUrls: before.objectUrls + 2, listeners: once });
    await expectAllReleased(unmount);
  });

  test("effects run again in flight, as in a hot update: every file goes on, in order, reported once", async () => {
    const ready: ReadyRequest<unknown>[] = [];
    // Activity hides by ending all effects and shows by running them again: what Fast Refresh does to an edited component.
    const { Activity } = await import("react");
    const ui = (mode: "visible" | "hidden") => (
      <StrictMode>
        <Activity mode={mode}>
          <VisionDropzone endpoint={anthropicMessages} onReady={(request) => ready.push(request)} />
        </Activity>
      </StrictMode>
    );
    begin();
    const view = render(ui("visible"));
    await doing(() => void drop(root(), ...photos.slice(0, 6)));
    await underWay();
    for (const mode of ["hidden", "visible", "hidden", "visible"] as const)
      await act(async () => view.rerender(ui(mode)));
    await allReady(6);
    await waitFor(() => expect(ready).toHaveLength(1));
    await quiet();
    expect(ready.map(({ images }) => names(images))).toEqual([names(photos.slice(0, 6))]);
    await expectAllReleased(view.unmount);
  });
});

describe("dropzone: options changed in flight", () => {
  test("another endpoint: every file is ready, reported once, in the new shape", async () => {
    const ready: ReadyRequest<unknown>[] = [];
    const ui = (endpoint: typeof anthropicMessages | typeof openaiChat) => (
      <StrictMode>
        <VisionDropzone<unknown> endpoint={endpoint} onReady={(request) => ready.push(request)} />
      </StrictMode>
    );
    begin();
    const view = render(ui(anthropicMessages));
    await doing(() => void drop(root(), ...photos.slice(0, 6)));
    await someReady();
    await act(async () => view.rerender(ui(openaiChat)));
    await allReady(6);
    await waitFor(() => expect(ready).toHaveLength(1));
    await quiet();
    expect(ready).toHaveLength(1);
    expect(names(ready[0]!.images)).toEqual(names(photos.slice(0, 6)));
    expect(ready[0]!.blocks.map((block) => (block as { type: string }).type)).toEqual(Array(6).fill("image_url"));
    await expectAllReleased(view.unmount);
  });

  test("disabled: files that were added go on, no more are accepted until it is enabled again", async () => {
    const { ready, update, unmount } = mount();
    await doing(() => void drop(root(), ...photos.slice(0, 4)));
    await underWay();
    await act(async () => update({ disabled: true }));
    await doing(() => void drop(root(), photos[5]!));
    await allReady(4);
    await waitFor(() => expect(ready).toHaveLength(1));
    await act(async () => update({ disabled: false }));
    await doing(() => void drop(root(), photos[5]!));
    await allReady(5);
    await waitFor(() => expect(ready.map(({ images }) => images.length)).toEqual([4, 5]));
    await expectAllReleased(unmount);
  });

  test("more drops while the first is prepared join it, in order, reported once (T1, T33)", async () => {
    const { ready, unmount } = mount();
    await doing(() => void drop(root(), photos[3]!, photos[1]!));
    await underWay();
    await doing(() => void drop(root(), photos[0]!));
    await doing(() => void paste(root(), [photos[2]!]));
    await allReady(4);
    await waitFor(() =>
      expect(ready.map(({ images }) => names(images))).toEqual([["3.jpg", "1.jpg", "0.jpg", "2.jpg"]]),
    );
    await expectAllReleased(unmount);
  });
});

test("dropzone: two dropzones on a page keep to their own files, and a paste anywhere goes to one of them", async () => {
  const heard: Record<string, string[][]> = { left: [], right: [] };
  const zone = (name: string) => (
    <VisionDropzone
      endpoint={anthropicMessages}
      data-testid={name}
      pasteFrom="document"
      onReady={({ images }) => heard[name]!.push(names(images))}
    />
  );
  begin();
  const view = render(
    <StrictMode>
      {zone("left")}
      {zone("right")}
    </StrictMode>,
  );
  await doing(() => {
    drop(screen.getByTestId("left"), photos[0]!, photos[1]!);
    drop(screen.getByTestId("right"), photos[2]!, photos[3]!);
  });
  await allReady(4);
  await waitFor(() => expect(heard).toEqual({ left: [["0.jpg", "1.jpg"]], right: [["2.jpg", "3.jpg"]] }));
  await doing(() => expect(paste(document.body, [photos[4]!])).toBe(true));
  await allReady(5);
  expect(itemNames().filter((name) => name === "4.jpg")).toHaveLength(1);
  await expectAllReleased(view.unmount);
});

/** More than are rendered in one task, and many times what is prepared at once. `npm run bench:scale` measures 500. */
const MANY = 60;

test("dropzone: many files at once: none is lost, in order, reported once, and only so many are at work", async () => {
  const tiny = await photo("tiny.jpg", 24, 16);
  const many = Array.from({ length: MANY }, (_, at) => new File([tiny], `tiny-${at}.jpg`, { type: tiny.type }));
  const { ready, unmount } = mount();
  let most = 0;
  const observer = new MutationObserver(
    () => (most = Math.max(most, document.querySelectorAll('[data-vd-item][data-status="working"]').length)),
  );
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-status"] });
  await doing(() => void drop(root(), ...many));
  await waitFor(() => expect(ready).toHaveLength(1));
  observer.disconnect();
  expect(names(ready[0]!.images)).toEqual(names(many));
  await allReady(MANY);
  expect(itemNames()).toEqual(names(many));
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(MOST_WORKERS + 1);
  await quiet();
  expect(ready).toHaveLength(1);
  await expectAllReleased(unmount);
});

test("dropzone: a preview that is removed and put back gets a new object URL, which is revoked too (T7)", async () => {
  function Toggled() {
    const [shown, setShown] = useState(true);
    return (
      <>
        <button type="button" onClick={() => setShown((is) => !is)}>
          toggle
        </button>
        <VisionDropzone endpoint={anthropicMessages}>{() => shown && <VisionDropzone.List />}</VisionDropzone>
      </>
    );
  }
  begin();
  const view = render(<Toggled />);
  await doing(() => void drop(root(), photos[0]!));
  await allReady(1);
  const pictureUrl = () => waitFor(() => items()[0]!.querySelector("img")!.src);
  const first = await pictureUrl();
  for (let press = 0; press < 2; press += 1)
    await doing(() => void fireEvent.click(screen.getByRole("button", { name: "toggle" })));
  const second = await pictureUrl();
  expect(second).not.toBe(first);
  await expect(fetch(first)).rejects.toBeInstanceOf(TypeError);
  expect((await (await fetch(second)).blob()).size).toBeGreaterThan(0);
  await expectAllReleased(view.unmount);
});

test("dropzone: idle workers end by themselves", async () => {
  // Half a minute passes in half a second; whatever else is timed takes as long as ever.
  const idleMs: unknown[] = [];
  const { setTimeout: wait } = globalThis;
  const clock = vi.spyOn(globalThis, "setTimeout").mockImplementation((task: () => void, delayMs?: number) => {
    if (delayMs !== IDLE_HALF_MS) return wait(task, delayMs);
    idleMs.push(delayMs);
    return wait(task, 250);
  });
  // A factory of its own gets a pool of its own, whose workers the tally knows from the start.
  const { unmount } = mount({ createWorker: () => createDefaultWorker() });
  await doing(() => void drop(root(), ...photos.slice(0, 4)));
  await allReady(4);
  expect(tally.held().workers).toBeGreaterThan(0);
  await expectAllReleased(unmount);
  await waitFor(() => expect(tally.held().workers).toBe(0));
  clock.mockRestore();
  expect(idleMs.length).toBeGreaterThan(0);
});
