/** Stands between the ways in and the queue: keeps the order of arrival when a folder takes time to be read (T33). */

/** What one drop, paste or choice brought: files, or the address of a picture in another page. */
export type Batch = readonly File[] | { url: string };

export interface FileIntake {
  /** What is there is handed on at once; files to come hold back what arrives after them, so they must not reject. */
  take: (batch: Batch | Promise<Batch>) => void;
  /** True while a folder is being read. */
  isBusy: () => boolean;
  /** Resolves when everything taken has been handed on. */
  settled: () => Promise<void>;
  /** Forget what has not been handed on yet. */
  cancel: () => void;
}

/** `handOn` gets every batch in the order of `take`. */
export function createFileIntake(handOn: (batch: Batch) => void): FileIntake {
  let tail: Promise<void> | undefined;
  let generation = 0;

  function take(batch: Batch | Promise<Batch>): void {
    if (!tail && !(batch instanceof Promise)) return handOn(batch);
    const mine = generation;
    const before = tail;
    const inTurn = async () => {
      try {
        // What went wrong before is reported there, and keeps nothing back.
        const [arrived] = await Promise.all([batch, before?.catch(() => undefined)]);
        if (mine === generation) handOn(arrived);
      } finally {
        if (tail === next) tail = undefined;
      }
    };
    const next = inTurn();
    tail = next;
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
