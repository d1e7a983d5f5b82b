/** Reports changes to callbacks and subscribers: once per task, however much happened in it. */
import { sentPart } from "./items.js";
import type { ImageQueueOptions, QueueSnapshot, ReadyItem, ReadyRequest, RejectedItem } from "./types.js";

/** Runs the task once, soon. */
export type Defer = (task: () => void) => void;

export interface Notifier {
  /** Checks for changes soon; does nothing if nothing has changed by then. */
  schedule: () => void;
  rejected: (item: RejectedItem) => void;
  subscribe: (listener: () => void) => () => void;
  /** Called after each check, even if it fails or finds nothing new. Returns the unsubscribe function. */
  afterCheck: (listener: () => void) => () => void;
}

export function createNotifier<B>(
  read: () => { snapshot: QueueSnapshot<B>; options: ImageQueueOptions<B> },
  defer: Defer,
): Notifier {
  const listeners = new Set<() => void>();
  const checkListeners = new Set<() => void>();
  let scheduled = false;
  let shown = read().snapshot;
  let unreported: RejectedItem[] = [];
  let delivered: SentItems & { endpointId: string } = { endpointId: "", items: [], fileIds: new Map() };

  function flush(): void {
    scheduled = false;
    try {
      notify(read());
    } finally {
      for (const listener of checkListeners) call(listener);
    }
  }

  function notify({ snapshot, options }: ReturnType<typeof read>): void {
    if (unreported.length > 0) {
      const news = unreported;
      unreported = [];
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
    const sameEndpoint = endpoint.id === delivered.endpointId || ready.items.length === 0;
    if (sameEndpoint && sameItems(ready, delivered)) return;
    delivered = { endpointId: endpoint.id, items: ready.items, fileIds: ready.fileIds };
    call(() => onReady?.(ready));
  }

  return {
    schedule() {
      if (scheduled) return;
      scheduled = true;
      defer(flush);
    },
    rejected: (item) => void unreported.push(item),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    afterCheck(listener) {
      checkListeners.add(listener);
      return () => void checkListeners.delete(listener);
    },
  };
}

/** `onReady` is also called for an emptied list: an app that keeps the blocks of the last call must drop them. */
export function readyOrEmpty<B>({ status, ready, items, estimate }: QueueSnapshot<B>): ReadyRequest<B> | undefined {
  if (status !== "empty") return ready;
  return {
    blocks: [],
    items: [],
    images: [],
    fileIds: new Map(),
    rejected: items.filter((item) => item.status === "rejected"),
    estimate,
  };
}

/** In a microtask of its own: an error thrown by one callback is reported as uncaught and cannot stop the others. */
function call(callback: () => void): void {
  queueMicrotask(callback);
}

type SentItems = Pick<ReadyRequest<unknown>, "items" | "fileIds">;

/** The same pictures in the same order, each sent in the same way. */
function sameItems(one: SentItems, other: SentItems): boolean {
  const sameItem = (item: ReadyItem, index: number) => {
    const before = other.items[index];
    return (
      before !== undefined &&
      sentPart(item) === sentPart(before) &&
      one.fileIds.get(item.id) === other.fileIds.get(item.id)
    );
  };
  return one.items.length === other.items.length && one.items.every(sameItem);
}
