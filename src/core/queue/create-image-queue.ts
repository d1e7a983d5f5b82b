/** The images of one message: owns everything that awaits, so that nothing dropped is ever lost (T1). */
import type { Engine } from "../engine-contract.js";
import { ImageError } from "../errors.js";
import { createId } from "../id.js";
import { fileName } from "../file-name.js";
import { prepareWith } from "../prepare-image.js";
import { admit, rulesFor } from "./admission.js";
import { moveItem, removeItem, replaceItem, toWaiting } from "./list.js";
import { createOutlet } from "./outlet.js";
import { queueSettings } from "./queue-settings.js";
import { buildSnapshot } from "./snapshot.js";
import type { ImageItem, ImageQueue, ImageQueueOptions, QueueSnapshot } from "./types.js";
import { whenReady } from "./when-ready.js";

/** Throws `TypeError` for options that can never work, here and in `setOptions`. */
export function createQueue<B>(engine: Engine, initialOptions: ImageQueueOptions<B>): ImageQueue<B> {
  let options = initialOptions;
  let settings = queueSettings(options);
  let items: readonly ImageItem[] = [];
  let snapshot: QueueSnapshot<B> = buildSnapshot({ items, options, settings });
  let stale = false;
  let paused = false;
  const inFlight = new Map<string, AbortController>();
  const outlet = createOutlet<B>(() => ({ snapshot: getSnapshot(), options }));

  function getSnapshot(): QueueSnapshot<B> {
    if (stale) snapshot = buildSnapshot({ items, options, settings }, snapshot);
    stale = false;
    return snapshot;
  }

  function update(next: readonly ImageItem[]): void {
    items = next;
    stale = true;
    if (!paused) admitNext();
    outlet.schedule();
  }

  function admitNext(): void {
    const { start, refuse } = admit(items, rulesFor(options, engine.concurrency));
    for (const { id, error } of refuse) items = replaceItem(items, id, (item) => rejectedItem(item, error));
    for (const id of start) void work(id);
  }

  function rejectedItem({ id, name, file }: ImageItem, error: ImageError): ImageItem {
    const item = { id, name, file, status: "rejected", error } as const;
    outlet.rejected(item);
    return item;
  }

  /** Every end of the work arrives here, unless it was called off: then the item has gone on without it. */
  async function work(id: string): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    inFlight.set(id, controller);
    const change = (next: (item: ImageItem) => ImageItem) => !signal.aborted && update(replaceItem(items, id, next));
    const settle = (next: (item: ImageItem) => ImageItem) => {
      if (!signal.aborted) inFlight.delete(id);
      change(next);
    };
    let file: Blob | undefined;
    items = replaceItem(items, id, (item) => {
      file = item.file;
      return { ...toWaiting(item), status: "working", header: undefined };
    });
    if (!file) return;
    try {
      const image = await prepareWith(engine, file, { ...prepareOptions(options), signal }, {
        id,
        onHeader: (header) => change((item) => ({ ...toWaiting(item), status: "working", header })),
      });
      settle((item) => ({ ...toWaiting(item), status: "ready", image }));
    } catch (cause) {
      settle((item) => rejectedItem(item, cause instanceof ImageError ? cause : unexpected(cause)));
    }
  }

  function stop(id: string): void {
    inFlight.get(id)?.abort();
    inFlight.delete(id);
  }

  function stopAll(): void {
    for (const id of inFlight.keys()) stop(id);
  }

  const queue: ImageQueue<B> = {
    add(files) {
      const added = [...files].map((file) => toWaiting({ id: createId(), name: fileName(file), file, status: "waiting" }));
      if (added.length > 0) update([...items, ...added]);
      return added.map(({ id }) => id);
    },
    remove(id) {
      stop(id);
      update(removeItem(items, id));
    },
    move: (id, toIndex) => update(moveItem(items, id, toIndex)),
    retry: (id) => update(replaceItem(items, id, (item) => (item.status === "rejected" ? toWaiting(item) : item))),
    clear() {
      stopAll();
      update([]);
    },
    setOptions(next) {
      const before = { settings, places: rulesFor(options, engine.concurrency).maxImages };
      settings = queueSettings(next);
      options = next;
      const places = rulesFor(options, engine.concurrency).maxImages;
      if (JSON.stringify(settings) !== JSON.stringify(before.settings)) {
        stopAll();
        update(items.map(toWaiting));
      } else if (places > before.places) {
        update(items.map((item) => (item.status === "rejected" && item.error.code === "too-many-files" ? toWaiting(item) : item)));
      } else {
        stale = true;
        outlet.schedule();
      }
    },
    subscribe: outlet.subscribe,
    getSnapshot,
    whenReady: ({ signal } = {}) => whenReady(queue, signal),
    pause() {
      paused = true;
      stopAll();
      update(items.map((item) => (item.status === "working" ? toWaiting(item) : item)));
    },
    resume() {
      paused = false;
      update(items);
    },
  };
  return queue;
}

/** What `prepareWith` reads of the queue's options; the rest would only be passed along. */
function prepareOptions<B>({ request: _r, requestBytes: _b, maxFiles: _m, onReady: _y, onChange: _c, onReject: _j, ...rest }: ImageQueueOptions<B>) {
  return rest;
}

/** A fault of ours or of the platform. The file is kept and named, and can be tried again; the cause is attached. */
function unexpected(cause: unknown): ImageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ImageError("image-unencodable", `Preparing the image failed unexpectedly: ${detail}`, { cause });
}
