import { afterEach, describe, expect, it, vi } from "vitest";
import { createFileStore } from "../../../demo/endpoint/files-store.js";
import type { UploadedFile } from "../../../demo/endpoint/files-store.js";

const file = (id: string, bytes = 1, more: Partial<UploadedFile> = {}): UploadedFile => ({
  id,
  provider: "anthropic",
  name: `${id}.png`,
  mediaType: "image/png",
  blob: new Blob([new Uint8Array(bytes)]),
  purpose: undefined,
  createdAt: new Date(),
  expiresAt: undefined,
  ...more,
});

describe("files store: limits", () => {
  it("holds as many bytes as allowed and deletes the oldest", () => {
    const store = createFileStore(100);
    const held = () => ["a", "b", "c", "d"].filter((id) => store.find("anthropic", id));
    for (const id of ["a", "b"]) store.add(file(id, 50));
    expect(held()).toEqual(["a", "b"]);
    store.add(file("c", 1));
    expect(held()).toEqual(["b", "c"]);
    store.add(file("d", 100));
    expect(held()).toEqual(["d"]);
  });

  it("gets the room of a removed file back, once", () => {
    const store = createFileStore(100);
    const [first, second] = [file("a", 60), file("b", 60)];
    store.add(first);
    store.remove(first);
    store.remove(first);
    store.add(second);
    store.add(file("c", 41));
    expect(store.find("anthropic", "b")).toBeUndefined();
    expect(store.find("anthropic", "c")).toBeDefined();
  });

  describe("files store: expiry", () => {
    afterEach(() => void vi.useRealTimers());

    it("forgets an expired file", () => {
      vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
      const store = createFileStore();
      store.add(file("a", 1, { expiresAt: new Date(2_000_000) }));
      vi.setSystemTime(1_999_999);
      expect(store.find("anthropic", "a")).toBeDefined();
      vi.setSystemTime(2_000_000);
      expect(store.find("anthropic", "a")).toBeUndefined();
    });
  });
});
