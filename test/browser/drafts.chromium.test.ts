import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { type DraftImage, loadDraft, removeDraft, saveDraft } from "vision-dropzone/drafts";

const KEY = "conversation 7";
const DATABASE = "vision-dropzone-drafts";

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.addEventListener("success", () => resolve(asked.result));
    asked.addEventListener("error", () => reject(asked.error));
  });
}

/** The stored value itself, read or replaced behind the package's back. */
async function stored(value?: unknown): Promise<unknown> {
  const database = await request(indexedDB.open(DATABASE));
  const store = database.transaction("drafts", "readwrite").objectStore("drafts");
  const found = await request(value === undefined ? store.get(KEY) : store.put(value, KEY));
  database.close();
  return found;
}

const image = (size = 40): DraftImage => ({ blob: new Blob([new Uint8Array(size)]), name: "a.jpg" });

beforeEach(() => removeDraft(KEY));
afterEach(() => {
  vi.restoreAllMocks();
  return removeDraft(KEY);
});

test("drafts: one comes back with its Blobs and all that is known of them, and is stored without base64", async () => {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext("2d")!.fillRect(0, 0, 64, 48);
  const prepared = await prepareImage(new File([await canvas.convertToBlob()], "drawing.png"));
  expect(await saveDraft(KEY, [prepared])).toEqual({ status: "saved", bytes: prepared.bytes });
  expect(JSON.stringify(await stored())).not.toContain(prepared.base64);
  const draft = await loadDraft(KEY);
  if (draft.status !== "found") throw new Error(draft.status);
  expect(draft.savedAt.getTime()).toBeGreaterThan(0);
  const [found] = draft.images;
  const { name, bytes, source, changes, engine } = prepared;
  expect(found).toMatchObject({ name, bytes, source, changes, engine });
  expect(await found!.blob.arrayBuffer()).toEqual(await prepared.blob.arrayBuffer());
});

test("drafts: one is replaced by the next, and gone without images and after its removal", async () => {
  await saveDraft(KEY, [image(1), image(2)]);
  await saveDraft(KEY, [image(3)]);
  expect(await loadDraft(KEY)).toMatchObject({ status: "found", images: [{ blob: { size: 3 } }] });
  await saveDraft(KEY, []);
  expect(await loadDraft(KEY)).toEqual({ status: "none" });
  await saveDraft(KEY, [image()]);
  expect(await removeDraft(KEY)).toEqual({ status: "removed" });
  expect(await loadDraft(KEY)).toEqual({ status: "none" });
});

test.each<[string, unknown, unknown]>([
  ["an older version", { version: 0, images: [image()] }, 0],
  ["a version to come", { version: 2, savedAt: new Date(), images: [image()] }, 2],
  ["something else", "just words", undefined],
  ["images without Blobs", { version: 1, savedAt: new Date(), images: [{ base64: "AAAA" }] }, 1],
])("drafts: one of %s is dropped, and says its version", async (_what, value, version) => {
  await saveDraft(KEY, [image()]);
  await stored(value);
  expect(await loadDraft(KEY)).toEqual({ status: "dropped", version });
  expect(await loadDraft(KEY)).toEqual({ status: "none" });
});

test("drafts: one stored as bytes comes back with Blobs, as WebKit needs it in private windows", async () => {
  await saveDraft(KEY, [image()]);
  const blob = await new Blob(["words"]).arrayBuffer();
  await stored({ version: 1, savedAt: new Date(), images: [{ blob, name: "a.jpg" }] });
  const draft = await loadDraft(KEY);
  if (draft.status !== "found") throw new Error(draft.status);
  expect(await draft.images[0]!.blob.text()).toBe("words");
  expect(draft.images[0]!.name).toBe("a.jpg");
});

/** As WebKit does in private windows. */
function refuseBlobs(): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: unknown, key) {
    const { images } = value as { images: DraftImage[] };
    if (images.some(({ blob }) => blob instanceof Blob)) throw new DOMException("No Blobs.", "DataCloneError");
    return put.call(this, value, key);
  });
}

test("drafts: calls take effect in their order, though saving takes two steps where Blobs are refused", async () => {
  refuseBlobs();
  const answers = await Promise.all([
    saveDraft(KEY, [image(1)]),
    loadDraft(KEY),
    removeDraft(KEY),
    loadDraft(KEY),
    saveDraft(KEY, [image(2)]),
    saveDraft(KEY, []),
  ]);
  expect(answers).toMatchObject([
    { status: "saved", bytes: 1 },
    { status: "found", images: [{ blob: { size: 1 } }] },
    { status: "removed" },
    { status: "none" },
    { status: "saved", bytes: 2 },
    { status: "saved", bytes: 0 },
  ]);
  expect(await loadDraft(KEY)).toEqual({ status: "none" });
});

test("drafts: one that cannot be stored stops no later call", async () => {
  const refused = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("Nothing is stored.", "UnknownError");
  });
  const failing = saveDraft(KEY, [image(1)]);
  const loading = loadDraft(KEY);
  expect([(await failing).status, (await loading).status]).toEqual(["unavailable", "none"]);
  refused.mockRestore();
  expect(await saveDraft(KEY, [image(2)])).toEqual({ status: "saved", bytes: 2 });
});

test("drafts: a bad call throws what to pass", async () => {
  await expect(saveDraft("", [image()])).rejects.toThrow("A draft needs a key");
  await expect(saveDraft(KEY, [{ base64: "AAAA" } as never])).rejects.toThrow("(ready.images), not Object.");
});
