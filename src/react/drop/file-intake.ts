/** Passes drops, pastes and choices on to the queue in the order of their arrival, because a folder takes time to read (T33). */
import { isPromise } from "../../shared/platform-types.js";

/** `Batch`: what one drop, paste or choice brought. */
export interface FileIntake<Batch> {
  /** Files are passed on at once. A promise of files holds back later batches, so it must not reject. */
  take: (batch: Batch | Promise<Batch>) => void;
  /** True while a folder is being read. */
  isBusy: () => boolean;
  /** Resolves when everything taken has been passed on, or cancelled. */
  settled: () => Promise<void>;
  /** Drops everything that has not been passed on yet. */
  cancel: () => void;
}

/** `passOn` gets every batch in the order of `take`. */
export function createFileIntake<Batch>(passOn: (batch: Batch) => void): FileIntake<Batch> {
  let tail: Promise<void> | undefined;
  let generation = 0;
  const cancelled = new Set<() => void>();

  function take(batch: Batch | Promise<Batch>): void {
    if (!tail && !isPromise(batch)) return passOn(batch);
    const mine = generation;
    const before = tail;
    const inOrder = async () => {
      try {
        const [arrived] = await Promise.all([batch, before]);
        if (mine === generation) passOn(arrived);
      } catch (error) {
        // Uncaught, as in an event handler: it is reported, and later batches are still passed on.
        queueMicrotask(() => {
          throw error;
        });
      } finally {
        if (tail === next) tail = undefined;
      }
    };
    const next = inOrder();
    tail = next;
  }

  async function settled(): Promise<void> {
    if (!tail) return;
    const before = tail;
    // A folder on a lost network drive may never be read, so after `cancel` it is not awaited.
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
