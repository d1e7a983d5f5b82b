import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { prepareImage } from "../../src/core.js";
import { collectDroppedFiles } from "../../src/react/drop/collect-dropped-files.js";
import { createFileIntake } from "../../src/react/drop/file-intake.js";

type Tree = { [name: string]: string | Error | Tree };

/** The entries API as browsers have it: at most two entries a read here, where browsers give a hundred. */
function entry(name: string, node: Tree[string]): FileSystemEntry {
  if (typeof node === "string" || node instanceof Error) {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void) =>
      node instanceof Error ? reject(node) : resolve(new File([node], name));
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const rest = Object.entries(node).map(([child, content]) => entry(child, content));
    return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(rest.splice(0, 2)) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function drop(tree: Tree, extra: object = {}): DataTransfer {
  const items = Object.entries(tree).map(([name, node]) => ({
    kind: "file",
    webkitGetAsEntry: () => entry(name, node),
    getAsFile: () => new File([typeof node === "string" ? node : ""], name),
    ...extra,
  }));
  return { items, files: [] } as unknown as DataTransfer;
}
const names = async (files: File[] | Promise<File[]>) => (await files).map(({ name }) => name);

describe("dropped files: reading a drop", () => {
  test("plain files are returned at once", () => {
    const files = collectDroppedFiles(drop({ "b.png": "b", "a.png": "a" }));
    expect(files).toBeInstanceOf(Array);
    expect((files as File[]).map(({ name }) => name)).toEqual(["b.png", "a.png"]);
  });

  test("folders are read to the bottom, by name, files first, and stay in their place of the drop", async () => {
    const folder = {
      "10.png": "x",
      "9.png": "x",
      ".DS_Store": "x",
      "Thumbs.db": "x",
      "5 sub": { "deep.png": "x" },
      "1.png": "x",
    };
    expect(await names(collectDroppedFiles(drop({ "first.png": "x", folder, "last.png": "x" })))).toEqual([
      "first.png",
      "1.png",
      "9.png",
      "10.png",
      "deep.png",
      "last.png",
    ]);
  });

  test("a folder that cannot be walked, since that code cannot be loaded, is listed and rejected", async () => {
    vi.doMock("../../src/react/drop/walk-folder.js", () => {
      throw new Error("404");
    });
    try {
      const files = await collectDroppedFiles(drop({ folder: { "a.png": "x" }, "last.png": "x" }));
      expect(files.map(({ name }) => name)).toEqual(["folder", "last.png"]);
      await expect(prepareImage(files[0]!)).rejects.toMatchObject({
        message: expect.stringMatching(/could not be loaded.*Reload the page/) as string,
      });
    } finally {
      vi.doUnmock("../../src/react/drop/walk-folder.js");
    }
  });

  test("an unreadable file is named, and the rest goes on", async () => {
    const files = await collectDroppedFiles(drop({ folder: { "bad.png": new Error("gone"), "good.png": "x" } }));
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ["bad.png", 0],
      ["good.png", 1],
    ]);
  });

  test("the shortcut of a dragged link is no file that was meant (T32)", async () => {
    expect(await names(collectDroppedFiles(drop({ "A page.url": "x", "a.png": "x" })))).toEqual(["a.png"]);
    expect(await names(collectDroppedFiles(drop({ folder: { "A page.webloc": "x", "b.png": "x" } })))).toEqual([
      "b.png",
    ]);
  });

  test("handles are preferred for folders, since entries throw in Chromium on Windows", async () => {
    async function* values() {
      yield { kind: "file", name: "by-handle.png", getFile: () => Promise.resolve(new File(["x"], "by-handle.png")) };
    }
    const getAsFileSystemHandle = () => Promise.resolve({ kind: "directory", name: "folder", values });
    expect(
      await names(collectDroppedFiles(drop({ folder: { "by-entry.png": "x" } }, { getAsFileSystemHandle }))),
    ).toEqual(["by-handle.png"]);
  });

  describe("in a frame of an opaque origin", () => {
    beforeEach(() => vi.stubGlobal("origin", "null"));
    afterEach(() => vi.unstubAllGlobals());

    test("the call that takes Chromium's tab down is not made, and the folder is rejected in words", async () => {
      const getAsFileSystemHandle = vi.fn();
      const dropped = drop({ "first.png": "x", folder: {} }, { getAsFileSystemHandle });
      const entries = () => ({
        name: "folder",
        isDirectory: true,
        createReader: () => ({
          readEntries: (_: unknown, reject: (error: Error) => void) => reject(new Error("EncodingError")),
        }),
      });
      Object.assign(dropped.items[1]!, { webkitGetAsEntry: entries });
      const files = await collectDroppedFiles(dropped);
      expect(getAsFileSystemHandle).not.toHaveBeenCalled();
      expect(files.map(({ name }) => name)).toEqual(["first.png", "folder"]);
      await expect(prepareImage(files[1]!)).rejects.toMatchObject({
        code: "file-unreadable",
        message: "The folder cannot be read here. Add the files in it instead.",
      });
    });
  });

  test("a file in a folder that cannot be read is rejected as unreadable, not as empty", async () => {
    const [bad] = await collectDroppedFiles(drop({ folder: { "bad.png": new Error("gone") } }));
    await expect(prepareImage(bad!)).rejects.toMatchObject({
      code: "file-unreadable",
      message: expect.stringMatching(/^The file cannot be read/),
    });
  });

  test("a drag that fills only `files` is read from there", () => {
    const file = new File(["x"], "only.png");
    expect(collectDroppedFiles({ items: [], files: [file] } as unknown as DataTransfer)).toEqual([file]);
  });
});

/** An intake whose queue is a list of names. */
function intakeInto(taken: string[]) {
  return createFileIntake<readonly File[]>((files) => {
    if (files.some(({ name }) => name === "bad")) throw new Error("The queue took offence.");
    taken.push(...files.map(({ name }) => name));
  });
}

describe("dropped files: order of arrival", () => {
  const batch = (name: string) => [new File(["x"], name)];

  test("files that are there are passed on at once", () => {
    const taken: string[] = [];
    const intake = intakeInto(taken);
    intake.take(batch("a"));
    expect(taken).toEqual(["a"]);
    expect(intake.isBusy()).toBe(false);
  });

  test("a folder that takes its time keeps its place before later drops (T33)", async () => {
    const taken: string[] = [];
    const intake = intakeInto(taken);
    let arrive = (_files: File[]) => {};
    intake.take(new Promise<File[]>((resolve) => (arrive = resolve)));
    intake.take(batch("later"));
    expect(taken).toEqual([]);
    arrive(batch("folder"));
    await intake.settled();
    expect(taken).toEqual(["folder", "later"]);
    intake.take(batch("after"));
    expect(taken).toEqual(["folder", "later", "after"]);
  });

  test("what goes wrong with one is reported, and the rest goes on", async () => {
    const taken: string[] = [];
    const intake = intakeInto(taken);
    const uncaught: unknown[] = [];
    vi.stubGlobal("queueMicrotask", (callback: () => void) => {
      try {
        callback();
      } catch (error) {
        uncaught.push(error);
      }
    });
    intake.take(Promise.resolve(batch("bad")));
    intake.take(batch("later"));
    await intake.settled();
    expect(taken).toEqual(["later"]);
    vi.unstubAllGlobals();
    expect(uncaught).toMatchObject([{ message: "The queue took offence." }]);
  });

  test("cancelled files never arrive", async () => {
    const taken: string[] = [];
    const intake = intakeInto(taken);
    const slow = Promise.resolve(batch("old"));
    intake.take(slow);
    intake.cancel();
    intake.take(batch("new"));
    await slow;
    await intake.settled();
    await Promise.resolve();
    expect(taken).toEqual(["new"]);
  });
});
