/** The images of one message: owns everything that awaits, so that nothing dropped is ever lost (T1). */
import type { Engine } from "../engine-contract.js";
import { checkCall, type ImageError } from "../errors.js";
import { fileName } from "../file-name.js";
import { createId } from "../id.js";
import { practise } from "../practice.js";
import { createStringSizes } from "../meter/string-sizes.js";
import { urlName } from "../url-check/url-rules.js";
import { admit, rulesFor } from "./admission.js";
import { afterOptions } from "./changed-options.js";
import { interrupted, isPrepared, moveItem, removeItem, replaceItem, retried, sourceOf, toWaiting, toWorking } from "./list.js";
import { createOutlet, type Defer } from "./outlet.js";
import { queueSettings, sameOptions } from "./queue-settings.js";
import { relocationMode } from "./relocation.js";
import { replanForCount } from "./set-rules.js";
import { buildSnapshot, type BuiltSnapshot } from "./snapshot.js";
import type { ImageItem, ImageQueue, ImageQueueOptions, ItemSource, QueueSnapshot, RejectedItem } from "./types.js";
import { createUploads } from "./uploads.js";
import { whenReady } from "./when-ready.js";
import { createWork } from "./work.js";

/**
 * `defer`: when to measure what changed and tell of it. Throws `TypeError` for options that can never work, here and in
 * `setOptions`.
 */
export function createQueue<B>(engine: Engine, initialOptions: ImageQueueOptions<B>, defer: Defer = queueMicrotask): ImageQueue<B> {
  let options = initialOptions;
  let settings = queueSettings(options);
  let items: readonly ImageItem[] = [];
  let sent: ReadonlySet<string> = new Set();
  const strings = createStringSizes();
  let built: BuiltSnapshot<B> = buildSnapshot({ items, sent, options, settings, strings });
  let stale = false;
  let paused = false;
  const work = createWork<B>(engine, { read: () => ({ items, options }), change: (item) => change(item.id, () => item), refused: rejectedItem });
  const uploads = createUploads((id, upload) => {
    change(id, (item) => (isPrepared(item) ? { ...item, upload } : item));
  });
  const outlet = createOutlet<B>(() => {
    // Here and not at each change: what to upload depends on the whole request, which is measured once a turn.
    startUploads();
    return { snapshot: getSnapshot(), options };
  }, defer);

  function build(): BuiltSnapshot<B> {
    if (stale) built = buildSnapshot({ items, sent, options, settings, strings }, built.snapshot);
    stale = false;
    return built;
  }

  function getSnapshot(): QueueSnapshot<B> {
    return build().snapshot;
  }

  function update(next: readonly ImageItem[]): void {
    items = replanForCount(next, options);
    stale = true;
    if (!paused) admitNext();
    outlet.schedule();
  }

  function change(id: string, next: (item: ImageItem) => ImageItem): void {
    update(replaceItem(items, id, next));
  }

  function admitNext(): void {
    const { start, refuse } = admit(items, rulesFor(options, engine.concurrency));
    for (const { id, error } of refuse) items = replaceItem(items, id, (item) => rejectedItem(item, error));
    for (const item of items.filter(({ id }) => start.includes(id))) {
      items = replaceItem(items, item.id, toWorking);
      work.start(item);
    }
  }

  function startUploads(): void {
    if (paused || relocationMode(options) === "inline") return;
    const wanted = build().toUpload;
    uploads.start(
      items.filter(isPrepared).filter(({ id }) => wanted.includes(id)),
      options,
    );
  }

  function rejectedItem(source: ItemSource, error: ImageError): RejectedItem {
    const item: RejectedItem = { ...sourceOf(source), status: "rejected", error };
    outlet.rejected(item);
    return item;
  }

  function stop(id: string): void {
    work.stop(id);
    uploads.stop(id);
  }

  function stopAll(): void {
    work.stopAll();
    uploads.stopAll();
  }

  const queue: ImageQueue<B> = {
    add(files) {
      const added = [...files].map((file) => toWaiting({ id: createId(), name: fileName(file), file }));
      if (added.length > 0) update([...items, ...added]);
      return added.map(({ id }) => id);
    },
    addUrl(url) {
      checkCall((options.urls ?? "off") !== "off", 'addUrl asks other servers, which is off. Pass urls: "fetch", "block" or "auto" to allow it.');
      const item = toWaiting({ id: createId(), name: urlName(String(url)), file: undefined, url: String(url) });
      update([...items, item]);
      return item.id;
    },
    remove(id) {
      stop(id);
      update(removeItem(items, id));
    },
    move: (id, toIndex) => update(moveItem(items, id, toIndex)),
    retry: (id) => change(id, retried),
    clear() {
      stopAll();
      update([]);
    },
    removeSent(ready) {
      const given = new Set([...ready.items, ...ready.rejected].map(({ id }) => id));
      const gone = items.map(({ id }) => id).filter((id) => given.has(id));
      if (gone.length === 0) return;
      sent = new Set(gone);
      for (const id of gone) stop(id);
      update(items.filter(({ id }) => !sent.has(id)));
    },
    setOptions(next) {
      if (sameOptions(next, options)) return;
      const before = { settings, options };
      settings = queueSettings(next);
      options = next;
      const again = afterOptions(items, before, { settings, options });
      for (const [index, item] of items.entries()) if (again[index] !== item) stop(item.id);
      update(again);
    },
    subscribe: outlet.subscribe,
    getSnapshot,
    warm() {
      engine.warm();
      practise();
    },
    whenReady: ({ signal } = {}) => whenReady(queue, signal),
    pause() {
      paused = true;
      stopAll();
      update(items.map(interrupted));
    },
    resume() {
      paused = false;
      update(items);
    },
  };
  return queue;
}
