/** The images of one message: owns everything that awaits, so that nothing dropped is ever lost (T1). */
import type { Engine } from "../engine-contract.js";
import { ImageError, messageOf } from "../errors.js";
import { fileName } from "../file-name.js";
import { createId } from "../id.js";
import { createStringSizes } from "../meter/string-sizes.js";
import { prepareWith } from "../prepare-image.js";
import { admit, rulesFor } from "./admission.js";
import { interrupted, moveItem, removeItem, replaceItem, retried, toWaiting } from "./list.js";
import { createOutlet } from "./outlet.js";
import { queueSettings, sameOptions } from "./queue-settings.js";
import { relocationMode } from "./relocation.js";
import { imageCount, replanForCount } from "./set-rules.js";
import { buildSnapshot, type BuiltSnapshot } from "./snapshot.js";
import type { ImageItem, ImageQueue, ImageQueueOptions, QueueSnapshot } from "./types.js";
import { createUploads } from "./uploads.js";
import { whenReady } from "./when-ready.js";

/** Throws `TypeError` for options that can never work, here and in `setOptions`. */
export function createQueue<B>(engine: Engine, initialOptions: ImageQueueOptions<B>): ImageQueue<B> {
  let options = initialOptions;
  let settings = queueSettings(options);
  let items: readonly ImageItem[] = [];
  const strings = createStringSizes();
  let built: BuiltSnapshot<B> = buildSnapshot({ items, options, settings, strings });
  let stale = false;
  let paused = false;
  const inFlight = new Map<string, AbortController>();
  const uploads = createUploads((id, upload) => {
    change(id, (item) => (item.status === "ready" ? { ...item, upload } : item));
  });
  const outlet = createOutlet<B>(() => {
    // Here and not at each change: what to upload depends on the whole request, which is measured once a turn.
    startUploads();
    return { snapshot: getSnapshot(), options };
  });

  function build(): BuiltSnapshot<B> {
    if (stale) built = buildSnapshot({ items, options, settings, strings }, built.snapshot);
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
    for (const id of start) void work(id);
  }

  function startUploads(): void {
    if (paused || relocationMode(options) === "inline") return;
    const wanted = build().toUpload;
    uploads.start(
      items.filter((item) => item.status === "ready").filter(({ id }) => wanted.includes(id)),
      options,
    );
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
    const settle = (next: (item: ImageItem) => ImageItem) => {
      if (signal.aborted) return;
      inFlight.delete(id);
      change(id, next);
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
        imageCount: imageCount(items, options),
        onHeader: (header) => {
          if (!signal.aborted) change(id, (item) => ({ ...toWaiting(item), status: "working", header }));
        },
      });
      settle((item) => ({ ...toWaiting(item), status: "ready", image, upload: { status: "none" } }));
    } catch (cause) {
      settle((item) => rejectedItem(item, cause instanceof ImageError ? cause : unexpected(cause)));
    }
  }

  function stop(id: string): void {
    inFlight.get(id)?.abort();
    inFlight.delete(id);
    uploads.stop(id);
  }

  function stopAll(): void {
    for (const id of inFlight.keys()) stop(id);
    uploads.stopAll();
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
    retry: (id) => change(id, retried),
    clear() {
      stopAll();
      update([]);
    },
    setOptions(next) {
      if (sameOptions(next, options)) return;
      const before = { settings, options };
      settings = queueSettings(next);
      options = next;
      const places = (given: ImageQueueOptions<B>) => rulesFor(given, engine.concurrency).maxImages;
      if (JSON.stringify(settings) !== JSON.stringify(before.settings)) {
        stopAll();
        update(items.map(toWaiting));
      } else if (places(next) > places(before.options)) {
        update(items.map((item) => (item.status === "rejected" && item.error.code === "too-many-files" ? toWaiting(item) : item)));
      } else {
        update(items);
      }
    },
    subscribe: outlet.subscribe,
    getSnapshot,
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

/** What `prepareWith` reads of the queue's options; the rest would only be passed along. */
function prepareOptions<B>(options: ImageQueueOptions<B>) {
  const { endpoint, box, quality, mediaType, background, limits, compress, decoders, timeoutMs } = options;
  const given = { endpoint, box, quality, mediaType, background, limits, compress, decoders, timeoutMs };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<typeof given>;
}

/** A fault of ours or of the platform. The file is kept and named, and can be tried again; the cause is attached. */
function unexpected(cause: unknown): ImageError {
  const detail = messageOf(cause);
  return new ImageError("image-unencodable", `Preparing the image failed unexpectedly: ${detail}`, { cause });
}
