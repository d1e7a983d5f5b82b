/** Stands between the ways in and the queue: keeps the order of arrival when a folder takes time to be read (T33). */
import { isPromise } from "../../shared/platform-types.js";

/** `Batch`: what one drop, paste or choice brought. */
export interface FileIntake<Batch> {
  /** What is there is handed on at once; what is still to come holds back what arrives after it, so it must not reject. */
  take: (batch: Batch | Promise<Batch>) => void;
  /** True while a folder is being read. */
  isBusy: () => boolean;
  /** Resolves when everything taken has been handed on, or forgotten. */
  settled: () => Promise<void>;
  /** Forget what has not been handed on yet. */
  cancel: () => void;
}

/** `handOn` gets every batch in the order of `take`. */
export function createFileIntake<Batch>(handOn: (batch: Batch) => void): FileIntake<Batch> {
  let tail: Promise<void> | undefined;
  let generation = 0;
  const cancelled = new Set<() => void>();

  function take(batch: Batch | Promise<Batch>): void {
    if (!tail && !isPromise(batch)) return handOn(batch);
    const mine = generation;
    const before = tail;
    const inTurn = async () => {
      try {
        const [arrived] = await Promise.all([batch, before]);
        if (mine === generation) handOn(arrived);
      } catch (error) {
        // Uncaught, as in an event handler: it is reported, and keeps nothing back that comes after.
        queueMicrotask(() => {
          throw error;
        });
      } finally {
        if (tail === next) tail = undefined;
      }
    };
    const next = inTurn();
    tail = next;
  }

  async function settled(): Promise<void> {
    if (!tail) return;
    const before = tail;
    // A folder on a lost network drive may never be read; forgotten, it is waited for no more.
    await new Promise<void>((resolve) => {
      cancelled.add(resolve);
      void before.then(resolve).finally(() => cancelled.delete(resolve));
    });
    return settled();
  }

  return {
    take,
    isBusy: () => tail !== undefined,
    settled,
    cancel() {
      generation += 1;
      tail = undefined;
      for (const resolve of cancelled) resolve();
      cancelled.clear();
    },
  };
}
