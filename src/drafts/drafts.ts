/**
 * Drafts: images as Blobs, never as base64, under a key of the app's and with a version. The calls of a key take effect in their order.
 * Failures of the browser are returned as values.
 */
import { checkCall, messageOf } from "../shared/errors.js";
import { listOf } from "../shared/list-of.js";
import { isBlob, tagOf } from "../shared/platform-types.js";
import type { StoredImage } from "../shared/types.js";
import { withTimeout } from "../shared/with-timeout.js";
import { type DraftStore, draftStore, TIMEOUT_MS } from "./draft-store.js";

/** Version of the stored data. A draft with another version is dropped. */
const VERSION = 1;

/** An image as a draft stores it: everything but its base64. A `PreparedImage` is one. */
export type DraftImage = Omit<StoredImage, "base64"> & { blob: Blob };

/**
 * The browser does not let this page store anything: a private window, a setting, a database that is broken or does not answer.
 */
export interface DraftUnavailable {
  status: "unavailable";
  /** In English, with the browser's own words. */
  message: string;
}

export type SavedDraft =
  /** `bytes`: all its images together. */
  | { status: "saved"; bytes: number }
  /** There is no room for it: the browser's limit for this site is reached, or the device is full. An earlier draft is kept. */
  | { status: "quota-exceeded"; bytes: number; message: string }
  | DraftUnavailable;

export type LoadedDraft =
  /** `images`: for `restore` or `defaultImages`, which check them. */
  | { status: "found"; images: DraftImage[]; savedAt: Date }
  | { status: "none" }
  /** It was stored by another version of this package, or is damaged, and has been removed. `version`: the one it states. */
  | { status: "dropped"; version: unknown }
  | DraftUnavailable;

export type RemovedDraft = { status: "removed" } | DraftUnavailable;

type StoredDraftImage = Omit<DraftImage, "blob"> & { blob: Blob | ArrayBuffer };

interface Draft {
  version: typeof VERSION;
  savedAt: Date;
  images: StoredDraftImage[];
}

/**
 * Stores the images under a key in place of earlier ones; without images it removes the draft. Throws `TypeError` for a bad call,
 * and rejects with an `Error` that names what to install if `idb-keyval` is missing.
 */
export async function saveDraft(key: string, images: Iterable<DraftImage>): Promise<SavedDraft> {
  checkKey(key);
  const kept = listOf("saveDraft", images, "prepared images with their blobs (ready.images)", hasBlob).map(
    withoutBase64,
  );
  const bytes = kept.reduce((sum, { blob }) => sum + blob.size, 0);
  const draftOf = (all: StoredDraftImage[]): Draft => ({ version: VERSION, savedAt: new Date(), images: all });
  return inOrder(key, async (store) => {
    try {
      if (kept.length === 0) await store.remove(key);
      // WebKit stores no Blobs in private windows, and says so by different errors or none.
      else
        await store.set(key, draftOf(kept)).catch(async (cause: unknown) => {
          if (isQuota(cause)) throw cause;
          await store.set(key, draftOf(await withTimeout(Promise.all(kept.map(withBytes)), { timeoutMs: TIMEOUT_MS })));
        });
      return { status: "saved", bytes };
    } catch (cause) {
      if (!isQuota(cause)) return unavailable(cause);
      const message = `The browser has no room for a draft of ${bytes} bytes: ${messageOf(cause)}`;
      return { status: "quota-exceeded", bytes, message };
    }
  });
}

/** Loads what `saveDraft` stored under this key. Throws and rejects as `saveDraft` does. */
export async function loadDraft(key: string): Promise<LoadedDraft> {
  checkKey(key);
  return inOrder(key, async (store) => {
    try {
      const found = await store.get(key);
      if (found === undefined) return { status: "none" };
      if (isDraft(found)) return { status: "found", images: found.images.map(withBlob), savedAt: found.savedAt };
      await store.remove(key);
      return { status: "dropped", version: (Object(found) as Partial<Draft>).version };
    } catch (cause) {
      return unavailable(cause);
    }
  });
}

/** Call it after the message was sent. Throws and rejects as `saveDraft` does. */
export async function removeDraft(key: string): Promise<RemovedDraft> {
  checkKey(key);
  return inOrder(key, async (store) => {
    try {
      await store.remove(key);
      return { status: "removed" };
    } catch (cause) {
      return unavailable(cause);
    }
  });
}

/** Calls that are not finished yet: the last one of each key. */
const lastCalls = new Map<string, Promise<unknown>>();

/** Calls take effect in the order in which they were made: saving may take two steps, and a removal must not come between them. */
function inOrder<T>(key: string, work: (store: DraftStore) => Promise<T>): Promise<T> {
  const begin = async () => work(await draftStore());
  // After one that failed, too.
  const call = (lastCalls.get(key) ?? Promise.resolve()).then(begin, begin);
  const forget = () => {
    if (lastCalls.get(key) === call) lastCalls.delete(key);
  };
  lastCalls.set(key, call);
  call.then(forget, forget);
  return call;
}

function checkKey(key: string): void {
  checkCall(typeof key === "string" && key !== "", "A draft needs a key: a text of at least one character.");
}

function hasBlob(image: unknown): boolean {
  return isBlob((Object(image) as DraftImage).blob);
}

function withoutBase64({ blob, name, bytes, source, changes, engine }: DraftImage): DraftImage {
  return { blob, name, bytes, source, changes, engine };
}

async function withBytes({ blob, ...image }: DraftImage): Promise<StoredDraftImage> {
  return { ...image, blob: await blob.arrayBuffer() };
}

function withBlob({ blob, ...image }: StoredDraftImage): DraftImage {
  return { ...image, blob: isBlob(blob) ? blob : new Blob([blob]) };
}

function isDraft(found: unknown): found is Draft {
  const { version, savedAt, images } = Object(found) as Partial<Draft>;
  const isContent = (blob: unknown) => isBlob(blob) || tagOf(blob) === "ArrayBuffer";
  const isComplete = Array.isArray(images) && images.every((image) => isContent((Object(image) as DraftImage).blob));
  return version === VERSION && isComplete && tagOf(savedAt) === "Date";
}

const isQuota = (cause: unknown) => (Object(cause) as Partial<Error>).name === "QuotaExceededError";

function unavailable(cause: unknown): DraftUnavailable {
  return { status: "unavailable", message: `This browser does not store drafts for this page: ${messageOf(cause)}` };
}
