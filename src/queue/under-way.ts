/** The tasks under way, one per id. An aborted task reports nothing. */

export interface UnderWay {
  readonly size: number;
  has: (id: string) => boolean;
  /** Starts at once. `onEnd` gets the result as soon as the task is no longer under way. */
  start: <T>(
    id: string,
    task: (signal: AbortSignal) => Promise<T>,
    onEnd: (end: PromiseSettledResult<T>) => void,
  ) => void;
  stop: (id: string) => void;
  stopAll: () => void;
}

export function createUnderWay(): UnderWay {
  const controllers = new Map<string, AbortController>();

  async function run<T>(
    id: string,
    task: (signal: AbortSignal) => Promise<T>,
    onEnd: (end: PromiseSettledResult<T>) => void,
  ): Promise<void> {
    const controller = new AbortController();
    controllers.set(id, controller);
    const [end] = await Promise.allSettled([task(controller.signal)]);
    if (controller.signal.aborted) return;
    controllers.delete(id);
    onEnd(end);
  }

  function stop(id: string): void {
    controllers.get(id)?.abort();
    controllers.delete(id);
  }

  return {
    get size() {
      return controllers.size;
    },
    has: (id) => controllers.has(id),
    start: (...task) => void run(...task),
    stop,
    stopAll() {
      for (const id of controllers.keys()) stop(id);
    },
  };
}
