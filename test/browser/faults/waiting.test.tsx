/**
 * The composer unmounts while a caller waits for its images, or the file is deleted while its image waits to be sent. Real
 * pipeline, real page.
 */
import { act, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import DeletableWorker from "../../fixtures/canvas/deletable.worker.ts?worker&inline";
import { doing, drop, endless, items, mount, photo, root, statuses } from "../react/page.js";

let photos: File[];
beforeAll(async () => {
  photos = await Promise.all(Array.from({ length: 3 }, (_, at) => photo(`${at}.jpg`, 1400 + 20 * at, 1000)));
});
const names = (files: readonly { name: string }[]) => files.map(({ name }) => name);
/** Or done already: on a busy machine the page may see no step between. */
const underWay = () => waitFor(() => expect(statuses()).toContainEqual(expect.stringMatching(/working|ready/)));
const ready = (count: number) => waitFor(() => expect(statuses()).toEqual(Array(count).fill("ready")));

describe("whenReady: after unmount", () => {
  test.each([
    ["at once", () => Promise.resolve()],
    ["in flight", underWay],
  ])("%s: it gets the blocks of all images, in order, and onReady is called", async (_name, moment) => {
    const { ready: readyCalls, handle, unmount } = mount();
    await doing(() => void drop(root(), ...photos));
    const waiting = handle.current!.whenReady();
    await moment();
    await act(async () => unmount());
    const { blocks, images } = await waiting;
    expect(blocks).toHaveLength(3);
    expect(names(images)).toEqual(names(photos));
    await waitFor(() => expect(readyCalls).toHaveLength(1));
  });

  test("a signal ends the wait", async () => {
    const { handle, unmount } = mount({ compress: endless });
    await doing(() => void drop(root(), ...photos));
    const controller = new AbortController();
    const waiting = handle.current!.whenReady({ signal: controller.signal });
    await underWay();
    await act(async () => unmount());
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  test("an upload goes on and its file id is returned", async () => {
    let finish = () => {};
    const uploadFile = vi.fn(
      () => new Promise<{ fileId: string }>((resolve) => (finish = () => resolve({ fileId: "file-1" }))),
    );
    const { handle, unmount } = mount({ uploadFile, relocation: "files" });
    await doing(() => void drop(root(), photos[0]!));
    const waiting = handle.current!.whenReady();
    await waitFor(() => expect(uploadFile).toHaveBeenCalled());
    await act(async () => unmount());
    finish();
    expect([...(await waiting).fileIds.values()]).toEqual(["file-1"]);
    expect(uploadFile).toHaveBeenCalledTimes(1);
  });

  test("workers that die do not end it", async () => {
    const createWorker = () => {
      const worker = createDefaultWorker();
      const { postMessage } = worker;
      worker.postMessage = (message: unknown) => {
        postMessage.call(worker, message);
        queueMicrotask(() => worker.dispatchEvent(new ErrorEvent("error", { cancelable: true })));
      };
      return worker;
    };
    const { handle, unmount } = mount({ createWorker });
    await doing(() => void drop(root(), photos[0]!));
    const waiting = handle.current!.whenReady();
    await act(async () => unmount());
    const { images, rejected } = await waiting;
    expect(images.length + rejected.length).toBe(1);
  });
});

/** Workers for which a file can be deleted: from then on they cannot read it. */
const workers: Worker[] = [];
const deleted: number[] = [];
const tell = (worker: Worker, lastModified: number) => worker.postMessage({ type: "deleted", lastModified });
function startDeletable(): Worker {
  const worker = new DeletableWorker();
  for (const lastModified of deleted) tell(worker, lastModified);
  workers.push(worker);
  return worker;
}

/** Told from others by when it was last modified. */
const deletable = (original: File) =>
  new File([original], original.name, { type: original.type, lastModified: 1_000_000 + deleted.length });

function remove({ lastModified }: File): void {
  deleted.push(lastModified);
  for (const worker of workers) tell(worker, lastModified);
}

describe("deleted files: in the list", () => {
  test("ready: another endpoint keeps it, a smaller box is made from it, and the old box restores it", async () => {
    const file = deletable(photos[0]!);
    const { handle, update } = mount({ createWorker: startDeletable });
    await doing(() => void handle.current!.add([file]));
    await ready(1);
    const [first] = (await handle.current!.whenReady()).images;
    remove(file);
    await doing(() => update({ endpoint: openaiChat as never }));
    expect((await handle.current!.whenReady()).images[0]).toBe(first);
    await doing(() => update({ endpoint: anthropicMessages, box: { width: 640, height: 480 } }));
    const [smaller] = (await handle.current!.whenReady()).images;
    expect(smaller).toMatchObject({ width: 640, source: first!.source });
    expect(smaller!.changes.map(({ code }) => code)).toContain("from-prepared");
    await doing(() => update({ endpoint: anthropicMessages }));
    expect((await handle.current!.whenReady()).images[0]).toBe(first);
  });

  test("not started: unreadable, must be chosen again, no Retry", async () => {
    const file = deletable(photos[0]!);
    remove(file);
    const { handle } = mount({ createWorker: startDeletable });
    await doing(() => void handle.current!.add([file]));
    await waitFor(() => expect(statuses()).toEqual(["rejected"]));
    expect(items()[0]!.textContent).toContain("Choose it again.");
    expect(items()[0]!.querySelector('[data-action="retry"]')).toBeNull();
  });
});

test("pasted screenshots: three of one name have buttons of their own", async () => {
  const shot = () => new File([photos[0]!], "image.png", { type: "image/png" });
  mount();
  await doing(() => void drop(root(), shot(), shot(), shot()));
  await ready(3);
  const labels = [...document.querySelectorAll('[data-action="remove"]')].map((button) =>
    button.getAttribute("aria-label"),
  );
  expect(labels).toEqual(["Remove image.png", "Remove image.png (2)", "Remove image.png (3)"]);
});
