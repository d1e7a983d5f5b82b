/** What the browsers' storage does when it does not work; where it works, see test/browser/drafts.chromium.test.ts. */
import { afterEach, expect, it, vi } from "vitest";
import { loadDraft, removeDraft, saveDraft } from "../../src/drafts.js";

const image = { blob: new Blob([new Uint8Array(500)]) };

afterEach(() => {
  vi.unstubAllGlobals();
});

it("drafts: without IndexedDB a value says that nothing is stored", async () => {
  for (const answer of [await saveDraft("a", [image]), await loadDraft("a"), await removeDraft("a")])
    expect(answer).toMatchObject({
      status: "unavailable",
      message: expect.stringContaining("indexedDB is not defined"),
    });
});

it("drafts: where the browser forbids it, a value has its own words, and the next call tries again", async () => {
  const open = vi.fn(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  vi.stubGlobal("indexedDB", { open });
  const message = "This browser does not store drafts for this page: The operation is insecure.";
  expect(await loadDraft("a")).toEqual({ status: "unavailable", message });
  expect(await removeDraft("a")).toEqual({ status: "unavailable", message });
  expect(open).toHaveBeenCalledTimes(2);
  expect(await saveDraft("a", [image])).toEqual({ status: "unavailable", message });
});

/** A database with no room left: Chromium ignores a small quota, and a real full disk is slow to fill. */
function fullDatabase(error: DOMException): unknown {
  const transaction: { error: DOMException; onabort?: () => void } = { error };
  const objectStore = { put: () => setTimeout(() => transaction.onabort?.()), transaction };
  const database = { transaction: () => ({ objectStore: () => objectStore }) };
  const request: { result: unknown; onsuccess?: () => void } = { result: database };
  setTimeout(() => request.onsuccess?.());
  return request;
}

it("drafts: on a full disk a value says how much was too much", async () => {
  vi.stubGlobal("indexedDB", { open: () => fullDatabase(new DOMException("No room.", "QuotaExceededError")) });
  expect(await saveDraft("a", [image, image])).toEqual({
    status: "quota-exceeded",
    bytes: 1_000,
    message: "The browser has no room for a draft of 1000 bytes: No room.",
  });
});
