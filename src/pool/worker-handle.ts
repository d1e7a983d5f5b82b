/** One worker from start to end: its hello, one job at a time, and every way in which it may fail to answer. */
import type { EncodeJob, EncodeOutcome } from "../pixels/encode-job.js";
import { after } from "../shared/guard.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";

/** `dead`: the worker reported an error or could not take the job; `silent`: it said nothing for too long. */
export type JobEnd = { end: "done"; outcome: EncodeOutcome; stuck: boolean } | { end: "dead" } | { end: "silent" };

export interface WorkerHandle {
  /** Whether the worker said hello in time and is able to do the work. Resolves once, never rejects. */
  started: Promise<boolean>;
  /** Of a started worker that has no job. `silenceMs`: longest time between two words of the worker. */
  run: (job: EncodeJob, silenceMs: number) => Promise<JobEnd>;
  /** Has the worker rehearse until its next job comes. Of a started worker that has no job. */
  rehearse: () => void;
  isAlive: () => boolean;
  /** Idempotent. A job that is running ends as `dead`. */
  end: () => void;
}

/** How long our worker's script may take to come over the network, in milliseconds. */
const LOAD_TIMEOUT_MS = 30_000;

/** How many times the time for a hello a worker is kept that has not said it: on a loaded machine it may be late, and is welcome. */
const TIMES_LATE = 12;

/**
 * Starts a worker. Seen in the wild where a policy forbids it: the constructor throws (WebKit; Trusted Types anywhere), an
 * error event without a message follows (Chromium, Firefox), or a worker emptied by a bundler stays silent. One that cannot
 * start ends by itself. `onLate`: the worker is able after all, though `started` was false.
 */
export function startWorker(create: () => Worker | Promise<Worker>, helloTimeoutMs: number, onLate: () => void): WorkerHandle {
  let created: Worker | Promise<Worker>;
  try {
    created = create();
  } catch {
    // Why it is forbidden changes nothing for us: the work is done on the page instead, and the outcome says so.
    const dead: JobEnd = { end: "dead" };
    return { started: Promise.resolve(false), run: () => Promise.resolve(dead), rehearse: () => {}, isAlive: () => false, end: () => {} };
  }

  let worker: Worker | undefined;
  let alive = true;
  let jobId = 0;
  let isLate = false;
  let silenceMs: number;
  let finishStart: (able: boolean) => void;
  let finishJob: ((end: JobEnd) => void) | undefined;
  let cancelTimer: () => void;
  const started = new Promise<boolean>((resolve) => (finishStart = resolve));

  const stop = (end: JobEnd = { end: "dead" }) => {
    if (!alive) return;
    alive = false;
    cancelTimer();
    worker?.terminate();
    finishStart(false);
    finishJob?.(end);
  };
  const listen = () => (cancelTimer = after(silenceMs, () => stop({ end: "silent" })));
  const onFault = (event: Event) => {
    // It is dealt with; otherwise the console, and error trackers, would get it as an uncaught error of the page.
    event.preventDefault();
    stop();
  };

  const onMessage = ({ data }: MessageEvent) => {
    const message = readMessage<FromWorker>(data, ["hello", "step", "done"]);
    if (!alive || !message) return;
    if (message.type === "hello") {
      cancelTimer();
      if (!message.able) stop();
      else if (isLate) onLate();
      else finishStart(true);
    } else if (message.id === jobId) {
      cancelTimer();
      if (message.type === "step") listen();
      else finishJob?.({ end: "done", outcome: message.outcome, stuck: message.stuck });
    }
  };
  const adopt = (made: Worker) => {
    // Ended while its script was on its way.
    if (!alive) return made.terminate();
    worker = made;
    worker.addEventListener("error", onFault);
    worker.addEventListener("messageerror", onFault);
    worker.addEventListener("message", onMessage);
    cancelTimer();
    cancelTimer = after(helloTimeoutMs, () => {
      isLate = true;
      finishStart(false);
      cancelTimer = after(helloTimeoutMs * (TIMES_LATE - 1), stop);
    });
  };
  cancelTimer = after(LOAD_TIMEOUT_MS, stop);
  if ("then" in created) created.then(adopt, () => stop());
  else adopt(created);

  return {
    started,
    isAlive: () => alive,
    rehearse: () => worker?.postMessage({ type: "rehearse" } satisfies ToWorker),
    end: () => stop(),
    run: async ({ signal: _, ...job }, jobSilenceMs) => {
      const ended = new Promise<JobEnd>((resolve) => (finishJob = resolve));
      silenceMs = jobSilenceMs;
      jobId++;
      listen();
      try {
        worker?.postMessage({ type: "encode", id: jobId, job } satisfies ToWorker);
      } catch {
        // Not cloneable: a `Blob` of a polyfill. It never gets there, so it is as if the worker had died of it.
        stop();
      }
      return ended.finally(() => (finishJob = undefined));
    },
  };
}
