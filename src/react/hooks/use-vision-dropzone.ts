import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { BlockOf, DocumentBlockOf, Endpoint } from "../../shared/endpoint.js";
import { acceptAttribute } from "../../shared/media-types.js";
import { createQueue } from "../../queue/create-image-queue.js";
import type { DocumentMode, ImageQueue, ImageQueueOptions, QueueSnapshot } from "../../queue/types.js";
import { sharedPool } from "../../pool/shared-pool.js";
import { createFileIntake } from "../drop/file-intake.js";
import { orAborted } from "../../shared/or-aborted.js";
import { nextTask } from "../../shared/next-task.js";
import type { PasteRejection } from "../drop/pasted-pictures.js";
import type { InputProps, RootAttributes, RootProps } from "../drop/use-drop-target.js";
import { useDropTarget } from "../drop/use-drop-target.js";
import type { DropFrom } from "../drop/use-document-drop.js";
import type { PageDrag } from "../drop/use-page-drag.js";
import type { PasteFrom } from "../drop/use-paste.js";
import { type DropzoneMessages, mergeMessages } from "../text/messages.js";

/** Options of the hook and of the component. All may be written inline and changed at any time; only `createWorker` is read once. */
export interface VisionDropzoneOptions<B> extends ImageQueueOptions<B> {
  /** Nothing is taken by drop, click, keyboard or paste. `add` and `addUrl` still work: the app calls them. @default false */
  disabled?: boolean;
  /** Where to listen for pasted images. @default "root" */
  pasteFrom?: PasteFrom;
  /** Where to take dropped files. @default "root" */
  dropFrom?: DropFrom;
  /**
   * Texts to replace, one by one. Keep the object the same between renders, so that the rows of the list are not rendered again.
   */
  messages?: Partial<DropzoneMessages> | undefined;
}

/** The part of the queue that the hook passes on. */
export type QueueActions<B> = Pick<
  ImageQueue<B>,
  | "add"
  | "restore"
  | "addUrl"
  | "remove"
  | "undoRemove"
  | "forgetRemoved"
  | "move"
  | "retry"
  | "pagesOf"
  | "setImageOptions"
  | "shrinkToFit"
  | "undoShrink"
  | "clear"
  | "removeSent"
  | "whenReady"
>;

/** What the hook returns: the queue's snapshot, its actions, and the ways in from the page. */
export interface VisionDropzoneState<B> extends QueueSnapshot<B>, QueueActions<B> {
  /** Files are being dragged over the root, or with `dropFrom: "document"` over the page. */
  isDragActive: boolean;
  /**
   * Files are being dragged over the page: how many, if the browser tells. `undefined` while there are none, and while disabled.
   */
  pageDrag: PageDrag | undefined;
  /** Set by the option, or by a `<fieldset disabled>` around the root or the file input. */
  disabled: boolean;
  /** The last pasted picture that was not added, and why; a new object each time. `VisionDropzone.Status` announces it. */
  pasteRejected: { reason: PasteRejection } | undefined;
  /** All texts, including those of the option. */
  messages: DropzoneMessages;
  /**
   * Spread on the element that takes drops and pastes. It is a button that opens the picker; pass `{ clickable: false }` if it
   * contains controls.
   */
  getRootProps: (props?: RootProps) => RootAttributes;
  /** Spread on an `<input>` inside or beside the root; it stays invisible. */
  getInputProps: (props?: InputProps) => InputProps;
  /** Opens the file picker; call it from a click. Does nothing while disabled. Throws `TypeError` without an input. */
  open: () => void;
}

function createDropzone<B>(options: ImageQueueOptions<B>) {
  // The conversation is measured after each keystroke and each image, in a task of its own, so that the page can respond in
  // between.
  const queue = createQueue(sharedPool(options.createWorker), options, nextTask);
  const intake = createFileIntake<readonly File[] | { url: string }>(
    (batch) => void ("url" in batch ? queue.addUrl(batch.url) : queue.add(batch)),
  );
  const { hold, pause, resume, subscribe, getSnapshot, setOptions, setOptionsAfterSnapshot, warm, settled, ...own } =
    queue;
  const actions: QueueActions<B> = {
    ...own,
    clear() {
      intake.cancel();
      queue.clear();
    },
    // A folder that is being read counts as work: a message must not be sent without it (T15).
    async whenReady(waiting) {
      if (!intake.isBusy()) return queue.whenReady(waiting);
      const release = hold();
      try {
        await orAborted(intake.settled(), waiting?.signal);
        return await queue.whenReady(waiting);
      } finally {
        release();
      }
    },
  };
  const takeUrl = (url: string) => intake.take({ url });
  return { queue, subscribe, takeFiles: intake.take, takeUrl, actions };
}

/** The hook, and its queue's actions separately. */
export function useDropzone<B>(options: VisionDropzoneOptions<B>): {
  dropzone: VisionDropzoneState<B>;
  actions: QueueActions<B>;
} {
  const {
    disabled = false,
    pasteFrom = "root",
    dropFrom = "root",
    messages: replaced,
    thumbnails = true,
    ...rest
  } = options;
  const queueOptions = { ...rest, thumbnails };
  const [{ queue, subscribe, takeFiles, takeUrl, actions }] = useState(() => createDropzone(queueOptions));
  const snapshot = useSyncExternalStore(subscribe, queue.getSnapshot, queue.getSnapshot);

  const rendered = useRef(snapshot);
  // At each render, since inline functions are new each time; the queue compares what matters and keeps its snapshot.
  useEffect(() => {
    const isAfterSnapshot = rendered.current !== snapshot;
    rendered.current = snapshot;
    if (isAfterSnapshot) queue.setOptionsAfterSnapshot(queueOptions);
    else queue.setOptions(queueOptions);
  });
  useEffect(() => {
    queue.resume();
    return () => queue.pause();
  }, [queue]);

  const [pasteRejected, setPasteRejected] = useState<{ reason: PasteRejection }>();
  const onPasteRejected = useCallback((reason: PasteRejection) => setPasteRejected({ reason }), []);
  const messages = useMemo(() => mergeMessages(replaced), [replaced]);
  const accept = acceptAttribute(queueOptions);
  const target = useDropTarget({
    disabled,
    messages,
    accept,
    pasteFrom,
    dropFrom,
    multiple: queueOptions.maxFiles !== 1,
    onFiles: takeFiles,
    onIntent: queue.warm,
    onPasteRejected,
    onUrl: (queueOptions.urls ?? "off") === "off" ? undefined : takeUrl,
  });
  return { dropzone: { ...snapshot, ...actions, ...target, pasteRejected, messages }, actions };
}

/**
 * Manages the images of one message: takes files, prepares them, and returns content blocks for `endpoint`.
 * Throws `TypeError` for options that can never work. Nothing is lost when the component unmounts and mounts again. The second
 * form is for an endpoint that is chosen at run time, or whose `toBlock` was replaced: its blocks may be any that the endpoint
 * makes.
 */
export function useVisionDropzone<E extends Endpoint<unknown>>(
  options: VisionDropzoneOptions<BlockOf<E> | DocumentBlockOf<E>> & {
    endpoint: E;
    documents: DocumentMode | undefined;
  },
): VisionDropzoneState<BlockOf<E> | DocumentBlockOf<E>>;
export function useVisionDropzone<B>(options: VisionDropzoneOptions<B>): VisionDropzoneState<B>;
export function useVisionDropzone<E extends Endpoint<unknown>>(
  options: VisionDropzoneOptions<BlockOf<E>> & { endpoint: E },
): VisionDropzoneState<BlockOf<E>>;
export function useVisionDropzone(options: VisionDropzoneOptions<unknown>): VisionDropzoneState<unknown> {
  return useDropzone(options).dropzone;
}
