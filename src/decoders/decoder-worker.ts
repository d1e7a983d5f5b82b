/** A decoder's worker from its start to its end, and what stands against having one. */
import { isImageError } from "../shared/errors.js";
import { greeting } from "../shared/greeting.js";
import { withTimeout } from "../shared/with-timeout.js";

/** How long the worker's script may take to come and to begin, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

/** One that does not begin may do so for the next file: the network was away, say. So many in a row, and the page does the work. */
const MAX_FAILED_STARTS = 2;

export interface DecoderWorker {
  /** `undefined`: it did not begin. Never rejects. */
  started: Promise<Worker | undefined>;
  /** Fires when it has ended, however it did. */
  ended: AbortSignal;
  /** Idempotent. */
  end: () => void;
}

/** Starts a worker with each call, at once. `undefined`: none may run here. */
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
        // A policy, unless it is a part of the app that did not come.
        if (!isImageError(cause)) isForbidden = true;
        return undefined;
      }
      if (signal.aborted) {
        worker.terminate();
        return undefined;
      }
      const limit = { timeoutMs: START_TIMEOUT_MS, signal };
      const word = await withTimeout(greeting(worker), limit).catch(() => "silent" as const);
      // Called off, which says nothing about it.
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

    return { started: begin(), ended: signal, end };
  };
}
