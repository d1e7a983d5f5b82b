/** One worker from start to end: its hello, one job at a time, and every way in which it may fail to answer. */
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import { type Greeting, greeting } from "../shared/greeting.js";
import { after } from "../shared/with-timeout.js";
import type { ImageHeader } from "../shared/types.js";
import { movedWith } from "./moved-pixels.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";

/**
 * `dead`: the worker reported an error or could not take the job; `silent`: it did not answer for too long; `fault`: the message
 * of a bug of ours.
 */
export type JobEnd =
  | { end: "done"; result: PrepareResult; isStuck: boolean }
  | { end: "fault"; message: string }
  | { end: "not-a-photo" }
  | { end: "dead" }
  | { end: "silent" };

/** `bytes`: a JPEG; `undefined`: there is none. `dead`: the worker ended before it could answer. */
export type ThumbnailEnd = { end: "done"; bytes: Uint8Array<ArrayBuffer> | undefined } | { end: "dead" };

export interface WorkerHandle {
  /** Whether the worker said hello in time and is able to do the work. Resolves once, never rejects. */
  started: Promise<boolean>;
  /**
   * Runs a job in a started worker that has none. It waits for `go` before it decodes. Reading a file may take arbitrarily long,
   * so the worker is pinged meanwhile: `silenceMs` is the longest time it may take to answer, and between two messages after
   * `go`.
   */
  run: (job: PrepareJob, silenceMs: number, onHeader: (header: ImageHeader) => void) => Promise<JobEnd>;
  /** Looks for the small picture in this file. The worker must have started, and may be busy. */
  thumbnail: (file: Blob) => Promise<ThumbnailEnd>;
  /** Lets the job decode. */
  go: () => void;
  /** Makes the worker load the codec. It must have started, and have no job. */
  warm: () => void;
  isAlive: () => boolean;
  /** Idempotent. A running job ends as `dead`. */
  end: () => void;
}

/** How long our worker's script may take to arrive over the network, in milliseconds. */
const LOAD_TIMEOUT_MS = 30_000;

/**
 * A worker that has not said hello is kept for this many times the limit: on a loaded machine it may be late, and is used then.
 */
const TIMES_LATE = 12;

/** How often a worker that reads a file is pinged, in milliseconds: if the browser killed it, nothing else reports that. */
const PING_MS = 5_000;

/**
 * Starts a worker. If a policy forbids it, one of these happens: the constructor throws (WebKit; Trusted Types anywhere), an
 * error event without a message follows (Chromium, Firefox), or a worker emptied by a bundler stays silent. One that cannot start
 * ends by itself. `onLate`: the worker is able after all, though `started` was false.
 */
export function startWorker(
  create: () => Worker | Promise<Worker>,
  helloTimeoutMs: number,
  onLate: () => void,
): WorkerHandle {
  let worker: Worker | undefined;
  let alive = true;
  let jobId = 0;
  let isLate = false;
  let finishStart: (able: boolean) => void;
  let finishJob: ((end: JobEnd) => void) | undefined;
  let tellHeader: (header: ImageHeader) => void = () => {};
  let listen = () => {};
  let silence = () => {};
  let cancelTimer = () => {};
  let thumbnailId = 0;
  const thumbnails = new Map<number, (end: ThumbnailEnd) => void>();
  const started = new Promise<boolean>((resolve) => (finishStart = resolve));

  const stop = (end: JobEnd = { end: "dead" }) => {
    if (!alive) return;
    alive = false;
    cancelTimer();
    worker?.terminate();
    finishStart(false);
    finishJob?.(end);
    for (const answer of thumbnails.values()) answer({ end: "dead" });
  };
  const onFault = (event: Event) => {
    // The error is handled. Without this the console and error trackers would report it as uncaught.
    event.preventDefault();
    stop();
  };
  const onGreeting = (word: Greeting) => {
    if (!alive) return;
    cancelTimer();
    if (word !== "able") stop();
    else if (isLate) onLate();
    else finishStart(true);
  };
  const onMessage = ({ data }: MessageEvent) => {
    const message = readMessage<FromWorker>(data, ["header", "thumbnail", "step", "done", "not-a-photo", "fault"]);
    if (!alive || !message || message.type === "hello") return;
    if (message.type === "thumbnail") {
      thumbnails.get(message.id)?.({ end: "done", bytes: message.bytes });
      thumbnails.delete(message.id);
      return;
    }
    if (message.id !== jobId) return;
    cancelTimer();
    switch (message.type) {
      case "header":
        return tellHeader(message.header);
      case "step":
        return listen();
      case "done":
        return finishJob?.({ end: "done", result: message.result, isStuck: message.isStuck });
      case "not-a-photo":
        return finishJob?.({ end: "not-a-photo" });
      case "fault":
        return finishJob?.({ end: "fault", message: message.message });
    }
  };
  const post = (message: ToWorker, moved: Transferable[] = []) => {
    try {
      worker?.postMessage(message, moved);
    } catch {
      // Something cannot be cloned, such as a polyfill's `Blob`. The job never reaches the worker, so the worker is treated as
      // dead.
      stop();
    }
  };

  cancelTimer = after(LOAD_TIMEOUT_MS, stop);
  void (async () => {
    try {
      worker = await create();
    } catch {
      // The reason does not matter, a policy or a missing file: the page does the work instead.
      return stop();
    }
    if (!alive) return worker.terminate();
    void greeting(worker).then(onGreeting);
    worker.addEventListener("error", onFault);
    worker.addEventListener("messageerror", onFault);
    worker.addEventListener("message", onMessage);
    cancelTimer();
    cancelTimer = after(helloTimeoutMs, () => {
      isLate = true;
      finishStart(false);
      cancelTimer = after(helloTimeoutMs * (TIMES_LATE - 1), stop);
    });
  })();

  return {
    started,
    isAlive: () => alive,
    warm: () => post({ type: "warm" }),
    end: () => stop(),
    async thumbnail(file) {
      if (!alive) return { end: "dead" };
      const id = ++thumbnailId;
      const answer = new Promise<ThumbnailEnd>((resolve) => thumbnails.set(id, resolve));
      post({ type: "thumbnail", id, file });
      return answer;
    },
    go() {
      listen = silence;
      listen();
      post({ type: "go", id: jobId });
    },
    async run(job, silenceMs, onHeader) {
      const ended = new Promise<JobEnd>((resolve) => (finishJob = resolve));
      tellHeader = onHeader;
      jobId++;
      silence = () => {
        cancelTimer();
        cancelTimer = after(silenceMs, () => stop({ end: "silent" }));
      };
      listen = () => {
        cancelTimer = after(PING_MS, () => {
          post({ type: "ping", id: jobId });
          silence();
        });
      };
      listen();
      post({ type: "prepare", id: jobId, job }, movedWith(job));
      const end = await ended;
      finishJob = undefined;
      cancelTimer();
      return end;
    },
  };
}
