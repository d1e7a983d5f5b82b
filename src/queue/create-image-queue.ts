/** The images of one message. It owns all asynchronous work, so that nothing dropped is ever lost (T1). */
import type { Pool } from "../pool/pool.js";
import { withCurrentNames } from "../shared/former-names.js";
import { checkCall, type ImageError, throwIfAborted } from "../shared/errors.js";
import { fileName, freeLabel } from "../shared/file-name.js";
import { createId } from "../shared/create-id.js";
import { listOf } from "../shared/list-of.js";
import { loadPart } from "../shared/load-part.js";
import { isBlob } from "../shared/platform-types.js";
import { storedFiles } from "../shared/stored-images.js";
import { createStringSizes } from "../meter/string-sizes.js";
import { urlName } from "../shared/url-name.js";
import { admit, rulesFor } from "./admission.js";
import { affectedBy, afterOptions } from "./changed-options.js";
import type { FitFacts, Fitter } from "./create-fitter.js";
import { wantsSamePicture, keepPassword, settingsFor } from "./image-options.js";
import {
  expandItem,
  interrupted,
  isPrepared,
  labelsBeside,
  mapItems,
  moveItem,
  asListed,
  removeItems,
  replaceItem,
  retried,
  sourceOf,
  toWaiting,
  toWorking,
  withImages,
} from "./items.js";
import type { KeptPicture } from "./kept-picture.js";
import { createNotifier, type Defer } from "./create-notifier.js";
import { optionsChange, queueSettings } from "./queue-settings.js";
import { idsOf, putBack, type Removal, removalOf, UNDO_MS, withRemoval } from "./removals.js";
import { relocationMode } from "./relocation.js";
import { replanForCount } from "./replan-for-count.js";
import { buildSnapshot, type BuiltSnapshot } from "./snapshot.js";
import type {
  Fitting,
  ImageItem,
  ImageQueue,
  ImageQueueOptions,
  ItemSource,
  QueueSnapshot,
  RejectedItem,
  UploadState,
  WaitingItem,
} from "./types.js";
import { createThumbnails } from "./thumbnails.js";
import type { Uploads } from "./uploads.js";
import { settled } from "./settled.js";
import { whenReady } from "./when-ready.js";
import { createWork } from "./work.js";

export interface OwnedQueue<B> extends ImageQueue<B> {
  /**
   * `setOptions` for a component that was rendered because of a new snapshot. An inline `request` is then a new function, which
   * nearly always builds what was measured a moment ago, so it is measured with the next change, or when nothing happens for a
   * while.
   */
  setOptionsAfterSnapshot: (options: ImageQueueOptions<B>) => void;
  /**
   * Keeps the work going through `pause`, for a caller that waits for files still to come. Returns a function that releases it.
   */
  hold: () => () => void;
}

const NOTHING: readonly ImageItem[] = [];

/** How long nothing must happen before an inline `request` is measured again to be sure, in milliseconds. */
const QUIET_MS = 100;

/**
 * `defer`: decides when changes are measured and reported. Throws `TypeError` for options that can never work, here and in
 * `setOptions`.
 */
export function createQueue<B>(
  pool: Pool,
  initialOptions: ImageQueueOptions<B>,
  defer: Defer = queueMicrotask,
): OwnedQueue<B> {
  let options = withCurrentNames(initialOptions);
  let settings = queueSettings(options);
  let items: readonly ImageItem[] = waitingFor(storedFiles("defaultImages", options.defaultImages ?? []), []);
  let sent: ReadonlySet<string> = new Set();
  let removals: readonly Removal<B>[] = [];
  const strings = createStringSizes();
  let fitter: Fitter | "loading" | "unloadable" | undefined;
  /** Set by `shrinkToFit`, until the request fits. */
  let isFitAsked = false;
  /** Set by `undoShrink`. */
  let isFitUndone = false;
  let built: BuiltSnapshot<B> = buildSnapshot({ items, sent, removed: NOTHING, options, settings, strings, lookAtFit });
  let stale = false;
  /** `request` is a different function from the one that was measured. */
  let isRequestNew = false;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  let forgetTimer: ReturnType<typeof setTimeout> | undefined;
  /** The owner has unmounted, and may come back. */
  let paused = false;
  /** Number of callers that wait. They keep the work going even while paused. */
  let waiting = 0;
  const isIdle = () => paused && waiting === 0;
  const kept = new Map<string, KeptPicture>();
  const read = () => ({ items, options, estimate: built.snapshot.estimate });
  const work = createWork<B>(pool, {
    read,
    kept,
    change: (item) => change(item.id, () => asListed(item, items)),
    expand(id, expand) {
      const several = expand(items, options as ImageQueueOptions<unknown>);
      for (const item of several) if (item.status === "rejected") notifier.rejected(item);
      update(expandItem(items, id, several));
    },
    rejected: rejectedItem,
  });
  const thumbnails = createThumbnails(pool, (id, thumbnail) =>
    change(id, (item) => (item.file && item.status !== "ready" ? { ...item, thumbnail } : item)),
  );
  /** Loaded with the first upload. */
  let uploads: Uploads | undefined;
  const reportUpload = (id: string, upload: UploadState) =>
    change(id, (item) => (isPrepared(item) ? { ...item, upload } : item));
  const notifier = createNotifier<B>(() => {
    // Here and not at each change: what to upload depends on the whole request, which is measured once per task.
    startUploads();
    startFitting();
    return { snapshot: getSnapshot(), options };
  }, defer);

  function build(): BuiltSnapshot<B> {
    const removed = removals.at(-1)?.items ?? NOTHING;
    if (stale) built = buildSnapshot({ items, sent, removed, options, settings, strings, lookAtFit }, built.snapshot);
    stale = false;
    isRequestNew = false;
    return built;
  }

  /** Measures an inline `request` as well. */
  function measureAgain(): void {
    if (!isRequestNew) return;
    stale = true;
    notifier.schedule();
  }

  function getSnapshot(): QueueSnapshot<B> {
    return build().snapshot;
  }

  function update(next: readonly ImageItem[]): void {
    items = replanForCount(next, options);
    stopReplaced(next, items);
    if (items.length === 0) isFitUndone = false;
    stale = true;
    // First, so that thumbnails do not wait for the pictures of other files.
    if (options.thumbnails) thumbnails.find(items);
    if (!isIdle()) admitNext();
    notifier.schedule();
  }

  function change(id: string, next: (item: ImageItem) => ImageItem): void {
    update(replaceItem(items, id, next));
  }

  function admitNext(): void {
    const { start, reject } = admit(items, rulesFor(options, pool.concurrency, items));
    for (const { id, error } of reject) items = replaceItem(items, id, (item) => rejectedItem(item, error));
    for (const item of items.filter(({ id }) => start.includes(id))) {
      items = replaceItem(items, item.id, toWorking);
      work.start(item);
    }
  }

  function startUploads(): void {
    if (isIdle() || relocationMode(options) === "inline") return;
    const wanted = build().toUpload;
    if (wanted.length === 0) return;
    uploads?.start(
      items.filter(isPrepared).filter(({ id }) => wanted.includes(id)),
      options,
    );
    if (uploads) return;
    loadPart(() => import("./uploads.js"), undefined, "upload-failed").then(
      ({ createUploads }) => {
        uploads ??= createUploads(reportUpload);
        startUploads();
      },
      (error: ImageError) => {
        for (const id of wanted) reportUpload(id, { status: "failed", error });
      },
    );
  }

  function lookAtFit(facts: FitFacts): Fitting {
    const mayShrink = isFitAsked || (options.fit === "request" && !isFitUndone);
    if (typeof fitter === "object") return fitter.look(facts, mayShrink);
    const { level, bytes, cap } = facts.estimate;
    if (!mayShrink || !facts.isSettled || level !== "over") return { status: "none" };
    if (fitter !== "unloadable") return { status: "shrinking" };
    return { status: "impossible", missingBytes: Math.max(0, bytes - cap) };
  }

  function startFitting(): void {
    const { status, fitting } = getSnapshot();
    if (status === "ready" || status === "empty") isFitAsked = false;
    if (isIdle()) return;
    if (typeof fitter === "object") {
      if (fitting.status === "shrinking") fitter.start();
    } else if (fitting.status === "shrinking" ? fitter !== "loading" : status === "over" && !fitter) void loadFitter();
  }

  async function loadFitter(): Promise<void> {
    fitter = "loading";
    try {
      const { createFitter } = await loadPart(() => import("./create-fitter.js"));
      fitter = createFitter<B>(pool, {
        read,
        kept,
        replace: (images) => update(withImages(items, images)),
      });
    } catch {
      fitter = "unloadable";
    }
    update(items);
  }

  function undoFit(): void {
    if (typeof fitter !== "object") return;
    const before = items;
    items = fitter.undone(items);
    stopReplaced(before, items);
  }

  function applyOptions(given: ImageQueueOptions<B>, isAfterSnapshot = false): void {
    const next = withCurrentNames(given);
    const before = { settings, options };
    const changed = optionsChange(next, options);
    if (changed !== "none") settings = queueSettings(next);
    // Always, because the callbacks are those of the last render.
    options = next;
    if (changed === "none") return;
    if (changed === "request" && isAfterSnapshot) {
      isRequestNew = true;
      clearTimeout(quietTimer);
      quietTimer = setTimeout(() => {
        if (!isIdle()) measureAgain();
      }, QUIET_MS);
      return;
    }
    const after = { settings, options };
    if (items.some(affectedBy(before, after))) undoFit();
    const again = afterOptions(items, before, after, kept);
    stopReplaced(items, again);
    update(again);
    if (!options.documents) return;
    // What cannot be loaded leaves pages images, which can be sent as well.
    import("./gather-pages.js").then(
      (part) => part.gatherPages({ read, kept, update, forget }),
      () => {},
    );
  }

  function rejectedItem(source: ItemSource, error: ImageError): RejectedItem {
    const item: RejectedItem = { ...sourceOf(source), status: "rejected", error };
    notifier.rejected(item);
    return item;
  }

  function interrupt(): void {
    stopAll();
    const called = mapItems(items, interrupted);
    if (called !== items) update(called);
  }

  function hold(): () => void {
    waiting += 1;
    // Starts work that was aborted, or did not start, during the pause.
    if (paused && waiting === 1) update(items);
    return () => {
      waiting -= 1;
      if (isIdle()) interrupt();
    };
  }

  /** Forgets an item that was removed. */
  function forget(id: string): void {
    stop(id);
    kept.delete(id);
  }

  function forgetRemovals(): void {
    for (const id of idsOf(removals)) kept.delete(id);
    removals = [];
  }

  function stop(id: string): void {
    if (typeof fitter === "object") fitter.forget(id);
    work.stop(id);
    uploads?.stop(id);
  }

  /** What is under way for these items is of their old pictures. Both lists have the same items in the same order. */
  function stopReplaced(before: readonly ImageItem[], after: readonly ImageItem[]): void {
    if (after === before) return;
    for (const [index, item] of before.entries()) if (after[index] !== item) stop(item.id);
  }

  function stopAll(): void {
    if (typeof fitter === "object") fitter.stopAll();
    work.stopAll();
    uploads?.stopAll();
  }

  const queue: OwnedQueue<B> = {
    add(files) {
      const added = waitingFor(listOf("add", files, "Files or Blobs", isBlob), items);
      if (added.length > 0) update([...items, ...added]);
      return added.map(({ id }) => id);
    },
    restore: (images) => queue.add(storedFiles("restore", images)),
    addUrl(url) {
      checkCall(
        (options.urls ?? "off") !== "off",
        'addUrl asks other servers. Allow it by urls: "fetch", "block" or "auto".',
      );
      const address = String(url);
      const name = urlName(address);
      const label = freeLabel(name, labelsBeside(items));
      const item = toWaiting({ id: createId(), name, label, file: undefined, url: address });
      update([...items, item]);
      return item.id;
    },
    remove(ids) {
      const removedIds = new Set(typeof ids === "string" ? [ids] : ids);
      const removal = removalOf(items, removedIds, { options, settings });
      for (const { id, status } of items.filter((item) => removedIds.has(item.id)))
        if (status === "rejected") forget(id);
        else stop(id);
      if (removal) {
        const { steps, dropped } = withRemoval(removals, removal);
        removals = steps;
        for (const id of dropped) kept.delete(id);
        clearTimeout(forgetTimer);
        forgetTimer = setTimeout(queue.forgetRemoved, UNDO_MS);
      }
      update(removeItems(items, removedIds));
    },
    undoRemove() {
      const last = removals.at(-1);
      if (!last) return;
      removals = removals.slice(0, -1);
      update(putBack(items, last, { options, settings }, kept));
    },
    forgetRemoved() {
      if (removals.length === 0) return;
      forgetRemovals();
      update(items);
    },
    move: (id, toIndex) => update(moveItem(items, id, toIndex)),
    retry(id, { password } = {}) {
      const file = items.find((item) => item.id === id)?.file;
      if (file && password !== undefined) keepPassword(file, password);
      change(id, retried);
    },
    async pagesOf(id) {
      const part = await import("./file-pages.js");
      return part.filePages<B>(id, {
        pool,
        read: () => ({ items, options, removals }),
        replace(next, steps, removedIds) {
          removals = steps;
          for (const one of removedIds) forget(one);
          update(next);
        },
      });
    },
    setImageOptions(id, own) {
      const item = items.find((one) => one.id === id);
      if (!item) return;
      const next = { ...item, options: own };
      // Throws here and not while the image is prepared.
      settingsFor(options, next, items);
      const isSame = item.file === undefined || wantsSamePicture(item.options, own);
      if (!isSame) stop(id);
      update(replaceItem(items, id, () => (isSame ? next : toWaiting(next))));
    },
    shrinkToFit() {
      isFitAsked = true;
      isFitUndone = false;
      if (typeof fitter === "object") fitter.retry();
      else if (fitter === "unloadable") fitter = undefined;
      update(items);
    },
    undoShrink() {
      isFitAsked = false;
      isFitUndone = true;
      undoFit();
      update(items);
    },
    clear() {
      stopAll();
      forgetRemovals();
      for (const { id } of items) forget(id);
      update([]);
    },
    removeSent(ready) {
      const given = new Set([...ready.items, ...ready.rejected].map(({ id }) => id));
      const removedIds = items.map(({ id }) => id).filter((id) => given.has(id));
      if (removedIds.length === 0) return;
      sent = new Set(removedIds);
      forgetRemovals();
      for (const id of removedIds) forget(id);
      update(removeItems(items, sent));
    },
    setOptions: (next) => applyOptions(next),
    setOptionsAfterSnapshot: (next) => applyOptions(next, true),
    subscribe: notifier.subscribe,
    getSnapshot,
    warm() {
      work.warm();
      pool.warm();
    },
    settled: (id) => settled({ getSnapshot, subscribe: notifier.subscribe }, id),
    async whenReady({ signal } = {}) {
      throwIfAborted(signal);
      measureAgain();
      const release = hold();
      return whenReady({ getSnapshot, afterCheck: notifier.afterCheck }, signal).finally(release);
    },
    hold,
    pause() {
      paused = true;
      if (isIdle()) interrupt();
    },
    resume() {
      paused = false;
      update(items);
    },
  };
  return queue;
}

/** These files as items at the end of a list. */
function waitingFor(files: readonly Blob[], items: readonly ImageItem[]): WaitingItem[] {
  const labels = labelsBeside(items);
  return files.map((file) => {
    const name = fileName(file);
    const label = freeLabel(name, labels);
    labels.add(label);
    return toWaiting({ id: createId(), name, label, file });
  });
}
