/** A decoder's worker from start to end, and the reasons why there may be none. */
import { isImageError } from "../shared/errors.js";
import { greeting } from "../shared/greeting.js";
import { withTimeout } from "../shared/with-timeout.js";

/** How long the worker's script may take to load and start, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

/**
 * A worker that does not start may do so for the next file, for example if the network was down. After this many failures in a
 * row the page does the work.
 */
const MAX_FAILED_STARTS = 2;

export interface DecoderWorker {
  /** `undefined`: it did not start. Never rejects. */
  started: Promise<Worker | undefined>;
  /** Fires when the worker has ended, for any reason. */
  endSignal: AbortSignal;
  /** Idempotent. */
  end: () => void;
}

/** Each call starts a worker at once. `undefined`: none may run here. */
export function decoderWorkers(createWorker: () => Worker | Promise<Worker>): () => DecoderWorker | undefined {
  let isForbidden = false;
  let failedStarts = 0;

  return () => {
    if (isForbidden || failedStarts >= MAX_FAILED_STARTS) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    let worker: Worker | undefined;

    const end = () => {
      if (signal.aborted) return;
      worker?.terminate();
      controller.abort();
    };

    async function begin(): Promise<Worker | undefined> {
      try {
        worker = await createWorker();
      } catch (cause) {
        // A policy forbids it, unless a part of the app could not be loaded.
        if (!isImageError(cause)) isForbidden = true;
        return undefined;
      }
      if (signal.aborted) {
        worker.terminate();
        return undefined;
      }
      const limit = { timeoutMs: START_TIMEOUT_MS, signal };
      const word = await withTimeout(greeting(worker), limit).catch(() => "silent" as const);
      // It was aborted, which does not count as a failure.
      if (signal.aborted) return undefined;
      if (word !== "able") {
        failedStarts += 1;
        end();
        return undefined;
      }
      failedStarts = 0;
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        end();
      });
      return worker;
    }

    return { started: begin(), endSignal: signal, end };
  };
}
