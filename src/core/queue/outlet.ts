/** Tells the outside: once a turn of the event loop, however much happened in it. */
import type { PreparedImage } from "../types.js";
import type { ImageQueueOptions, QueueSnapshot, ReadyRequest, RejectedItem } from "./types.js";

export interface Outlet {
  /** Look again soon; does nothing when nothing has changed by then. */
  schedule: () => void;
  rejected: (item: RejectedItem) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createOutlet<B>(read: () => { snapshot: QueueSnapshot<B>; options: ImageQueueOptions<B> }): Outlet {
  const listeners = new Set<() => void>();
  let scheduled = false;
  let shown = read().snapshot;
  let refused: RejectedItem[] = [];
  let delivered: Pick<ReadyRequest<B>, "images" | "fileIds"> & { endpointId: string } = { endpointId: "", images: [], fileIds: new Map() };

  function flush(): void {
    scheduled = false;
    const { snapshot, options } = read();
    if (refused.length > 0) {
      const news = refused;
      refused = [];
      call(() => options.onReject?.(news));
    }
    if (snapshot !== shown) {
      shown = snapshot;
      call(() => options.onChange?.(snapshot));
      for (const listener of listeners) call(listener);
    }
    deliver(snapshot, options);
  }

  /** Here and not in an effect, so that StrictMode cannot fire it twice. */
  function deliver(snapshot: QueueSnapshot<B>, { endpoint, onReady }: ImageQueueOptions<B>): void {
    const ready = readyOrEmpty(snapshot);
    if (!ready) return;
    const sameEndpoint = endpoint.id === delivered.endpointId || ready.images.length === 0;
    if (sameEndpoint && sameImages(ready, delivered)) return;
    delivered = { endpointId: endpoint.id, images: ready.images, fileIds: ready.fileIds };
    call(() => onReady?.(ready));
  }

  return {
    schedule() {
      if (scheduled) return;
      scheduled = true;
      queueMicrotask(flush);
    },
    rejected: (item) => void refused.push(item),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** An emptied list is settled too: whoever keeps the blocks of the last `onReady` must learn that they are gone. */
export function readyOrEmpty<B>({ status, ready, items, estimate }: QueueSnapshot<B>): ReadyRequest<B> | undefined {
  if (status !== "empty") return ready;
  return { blocks: [], images: [], fileIds: new Map(), rejected: items.filter((item) => item.status === "rejected"), estimate };
}

/** Its own microtask: an error thrown by one callback is reported as uncaught and cannot stop the others. */
function call(callback: () => void): void {
  queueMicrotask(callback);
}

type SentImages = Pick<ReadyRequest<unknown>, "images" | "fileIds">;

/** The same pictures in the same order, each sent in the same way. */
function sameImages(one: SentImages, other: SentImages): boolean {
  const sameImage = (image: PreparedImage, index: number) => image === other.images[index] && one.fileIds.get(image.id) === other.fileIds.get(image.id);
  return one.images.length === other.images.length && one.images.every(sameImage);
}
