import { useEffect, useState, useSyncExternalStore } from "react";
import { DEFAULT_ACCEPT } from "../core/defaults.js";
import { acceptAttribute } from "../core/media-types.js";
import { createQueue } from "../core/queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions, QueueSnapshot } from "../core/queue/types.js";
import { sharedEngine } from "../engine/shared-engine.js";
import { createFileIntake } from "./file-intake.js";
import type { InputProps, RootAttributes, RootProps } from "./use-drop-target.js";
import type { ByUrlOptions, UrlItem } from "./url-intake.js";
import { createUrlIntake } from "./url-intake.js";
import { useDropTarget } from "./use-drop-target.js";
import type { PasteFrom } from "./use-paste.js";

/** Options of the hook and of the component. Functions may be written inline; only `createWorker` is read once. */
export interface VisionDropzoneOptions<B> extends ImageQueueOptions<B>, ByUrlOptions {
  /** Nothing comes in by drop, click, keyboard or paste. `add` and `addUrl` still work: they are the app's own. @default false */
  disabled?: boolean;
  /** Where pasted images are listened for. @default "root" */
  pasteFrom?: PasteFrom;
}

type QueueActions<B> = Pick<ImageQueue<B>, "add" | "remove" | "move" | "retry" | "clear" | "whenReady">;

/**
 * What the hook returns: the queue's snapshot, its actions, and the ways in from the page. While an image is being fetched by
 * its address `status` is `"working"` and `ready` undefined, whatever the queue holds already.
 */
export interface VisionDropzoneState<B> extends QueueSnapshot<B>, QueueActions<B> {
  /** Addresses that are being fetched or were refused; `remove` and `retry` take their ids, too. Empty unless `urls` is `"fetch"`. */
  urlItems: readonly UrlItem[];
  /**
   * Fetches an image and adds it, in its place among what else is added; resolves with the item's id. Rejects with an
   * `ImageError` (`url-...`, also shown in the list and given to `onUrlReject`), with `AbortError` when it is removed before it
   * arrives, with `TypeError` unless `urls` is `"fetch"`. Whether it is an image that can be sent shows once it is an item.
   */
  addUrl: (url: string) => Promise<string>;
  /** Files are being dragged over the root. */
  isDragActive: boolean;
  disabled: boolean;
  /** Spread on the element that takes drops and pastes. `{ clickable: false }` where it holds a text box, too. */
  getRootProps: (props?: RootProps) => RootAttributes;
  /** Spread on an `<input>` inside or beside the root; it stays invisible. */
  getInputProps: (props?: InputProps) => InputProps;
  /** Opens the file picker; call it from a click. Does nothing while disabled. Throws `TypeError` without an input. */
  open: () => void;
}

function createDropzone<B>(options: ImageQueueOptions<B>) {
  const queue = createQueue(sharedEngine(options.createWorker), options);
  const intake = createFileIntake(queue.add);
  const urls = createUrlIntake(intake);
  const actions: QueueActions<B> & Pick<VisionDropzoneState<B>, "addUrl"> = {
    add: queue.add,
    addUrl: urls.add,
    remove(id) {
      urls.remove(id);
      queue.remove(id);
    },
    move: queue.move,
    retry(id) {
      urls.retry(id);
      queue.retry(id);
    },
    clear() {
      urls.clear();
      intake.cancel();
      queue.clear();
    },
    // A folder being read and an image being fetched are work under way, too: a send must not leave without them (T15).
    async whenReady(waiting) {
      if (intake.isBusy()) await settledOrAborted(intake.settled(), waiting?.signal);
      return queue.whenReady(waiting);
    },
  };
  const takeFiles = (files: File[] | Promise<File[]>) => void intake.take(files);
  return { queue, urls, takeFiles, actions };
}

/** Resolves also when the signal fires: whoever waits goes on to be told so. Leaves nothing on a signal that lives longer. */
async function settledOrAborted(settled: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return settled;
  let onAbort = () => {};
  const aborted = new Promise<void>((resolve) => {
    onAbort = resolve;
    if (signal.aborted) resolve();
    signal.addEventListener("abort", onAbort);
  });
  await Promise.race([settled, aborted]);
  signal.removeEventListener("abort", onAbort);
}

/**
 * The images of one message: takes files in, prepares them, and hands over content blocks for `endpoint`.
 * Throws `TypeError` for options that can never work. Nothing is lost when the component unmounts and comes back.
 */
export function useVisionDropzone<B>(options: VisionDropzoneOptions<B>): VisionDropzoneState<B> {
  const { disabled = false, pasteFrom = "root", urls: urlMode = "off", allowPrivateHosts = false, onUrlReject, ...queueOptions } = options;
  const [{ queue, urls, takeFiles, actions }] = useState(() => createDropzone(queueOptions));
  const snapshot = useSyncExternalStore(queue.subscribe, queue.getSnapshot, queue.getSnapshot);
  const urlItems = useSyncExternalStore(urls.subscribe, urls.getItems, urls.getItems);

  // Each render, since inline functions are new each time; the queue compares what matters and keeps its snapshot.
  useEffect(() => queue.setOptions(queueOptions));
  useEffect(() =>
    urls.setOptions({ urls: urlMode, allowPrivateHosts, maxFileBytes: queueOptions.limits?.maxFileBytes, ...(onUrlReject && { onUrlReject }) }),
  );
  useEffect(() => {
    queue.resume();
    return () => queue.pause();
  }, [queue]);

  const accept = acceptAttribute(queueOptions.limits?.accept ?? DEFAULT_ACCEPT);
  const target = useDropTarget({
    disabled,
    accept,
    pasteFrom,
    multiple: queueOptions.maxFiles !== 1,
    onFiles: takeFiles,
    onUrl: urlMode === "fetch" ? urls.take : undefined,
  });
  const { getRootProps, getInputProps, open, isDragActive } = target;
  const isFetching = urlItems.some(({ status }) => status === "fetching");
  const now = isFetching ? { ...snapshot, status: "working" as const, ready: undefined } : snapshot;
  return { ...now, ...actions, urlItems, disabled, isDragActive, getRootProps, getInputProps, open };
}
