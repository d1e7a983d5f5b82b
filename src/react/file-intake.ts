/** Stands between the ways in and the queue: keeps the order of arrival when a folder takes time to be read (T33). */

export interface FileIntake {
  /**
   * Files that are there are handed on at once; files to come hold back what arrives after them, so they must not reject.
   * Aborted, they are dropped, also while they wait. The answer: what `add` returned.
   */
  take: (files: readonly File[] | Promise<readonly File[]>, signal?: AbortSignal) => readonly string[] | Promise<readonly string[]>;
  /** True while a folder is being read or an image fetched. */
  isBusy: () => boolean;
  /** Resolves when everything taken has been handed on. */
  settled: () => Promise<void>;
  /** Forget what has not been handed on yet. */
  cancel: () => void;
}

/** `add` gets every batch in the order of `take`. */
export function createFileIntake(add: (files: readonly File[]) => readonly string[]): FileIntake {
  let tail: Promise<unknown> | undefined;
  let generation = 0;

  function take(files: readonly File[] | Promise<readonly File[]>, signal?: AbortSignal) {
    if (!tail && !(files instanceof Promise)) return add(files);
    const mine = generation;
    const before = tail;
    const handOn = async () => {
      try {
        const [batch] = await Promise.all([files, before]);
        return mine === generation && !signal?.aborted ? add(batch) : [];
      } finally {
        if (tail === next) tail = undefined;
      }
    };
    const next = handOn();
    tail = next;
    return next;
  }

  async function settled(): Promise<void> {
    if (!tail) return;
    await tail;
    return settled();
  }

  return {
    take,
    isBusy: () => tail !== undefined,
    settled,
    cancel() {
      generation += 1;
      tail = undefined;
    },
  };
}
