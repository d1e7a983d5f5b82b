/**
 * The page's side of a decoder that has a worker of its own: started when a file comes, one job at a time, ended when idle. A job that is
 * called off while it waits is never begun; one at work may come to its end, so that its worker stays, and if that takes too long the worker
 * is ended, since nothing else stops a decoder. Where no worker may run, the same work is done on the page.
 */
import type { Decoder, PageList } from "../shared/app-codecs.js";
import { throwIfAborted } from "../shared/errors.js";
import { orAborted } from "../shared/or-aborted.js";
import { fromPlainError } from "../shared/plain-error.js";
import { after } from "../shared/with-timeout.js";
import { type DecoderWorker, decoderWorkers } from "./decoder-worker.js";
import type { DecodeReport, DecoderWork, DecodeRequest, FileRequest, FromDecoder, ToDecoder } from "./protocol.js";
import { asImageError } from "./serve-decoder.js";

export interface DecoderHostOptions {
  /** What people call the format: "TIFF". */
  format: string;
  /** Loads and starts the worker. May throw, and then the work is done on the page. */
  createWorker: () => Worker | Promise<Worker>;
  /** The same work, for the page. */
  loadWork: () => Promise<DecoderWork>;
  /** Size of the decoder's code as downloaded, gzipped, in bytes, to show to a person who waits. */
  codeBytes?: number | undefined;
  /** Whatever the decoder is set up with, as plain data; asked for each job. */
  setup?: (() => unknown) | undefined;
  /** How long the worker may go without work before it is ended, in milliseconds. @default 15_000 */
  idleMs?: number | undefined;
}

/** How long a job that was called off may go on before its worker is ended, in milliseconds: less than a new one would take to load. */
const GRACE_MS = 500;

/** By which a decoder knows a file again, whose pages it is asked for one by one. */
const fileIds = new WeakMap<Blob, number>();
let lastFileId = 0;

function idOf(file: Blob): number {
  const id = fileIds.get(file) ?? ++lastFileId;
  fileIds.set(file, id);
  return id;
}

interface Job extends DecodeReport {
  message: (id: number) => ToDecoder;
  here: (work: DecoderWork) => Promise<unknown>;
  signal: AbortSignal;
}

/** Nothing is loaded or started before the first call. */
export function createDecoderHost({
  format,
  createWorker,
  loadWork,
  codeBytes,
  setup,
  idleMs = 15_000,
}: DecoderHostOptions): Required<Pick<Decoder, "pages" | "decode">> {
  const startWorker = decoderWorkers(createWorker);
  let running: DecoderWorker | undefined;
  let isLoaded = false;
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();
  let cancelIdle = () => {};

  function end(): void {
    cancelIdle();
    running?.end();
    running = undefined;
  }

  /** One after the other. Who waits says so, since its time does not run. */
  function run(job: Job): Promise<unknown> {
    job.onProgress({ step: "wait" });
    const queued = last.then(async () => {
      throwIfAborted(job.signal);
      cancelIdle();
      job.onProgress(isLoaded ? { step: "decode" } : { step: "load", bytes: codeBytes });
      try {
        return await inWorker(job);
      } finally {
        cancelIdle = after(idleMs, end);
      }
    });
    last = queued.catch(() => undefined);
    return orAborted(queued, job.signal);
  }

  async function here({ here: work, onProgress, signal }: Job): Promise<unknown> {
    const loaded = await orAborted(loadWork(), signal);
    isLoaded = true;
    throwIfAborted(signal);
    onProgress({ step: "decode" });
    try {
      return await work(loaded);
    } catch (cause) {
      throw asImageError(cause, format);
    }
  }

  /** On the page where none runs. */
  async function inWorker(job: Job): Promise<unknown> {
    const { signal, onProgress } = job;
    if (running?.ended.aborted) running = undefined;
    running ??= startWorker();
    if (!running) return here(job);
    const { started, ended } = running;
    const worker = await orAborted(started, signal).catch((cause: unknown) => {
      end();
      throw cause;
    });
    if (!worker) {
      running = undefined;
      return here(job);
    }
    isLoaded = true;
    onProgress({ step: "decode" });
    throwIfAborted(signal);
    lastId += 1;
    const answer = await answerOf(worker, lastId, job, { ended, end });
    if (answer.type === "done") return answer.value;
    if (answer.type === "unsent") return here(job);
    if (answer.type === "ended") throw new Error("its worker ended");
    if (answer.isCrash) end();
    throw fromPlainError(answer.error);
  }

  return {
    pages(file, { password, signal, onProgress = () => {} }) {
      const request: FileRequest = { fileId: idOf(file), password, setup: setup?.() };
      return run({
        message: (id) => ({ type: "pages", id, file, request }),
        here: (work) => work.pages!(file, request, onProgress),
        signal,
        onProgress,
        onTruncated: () => {},
      }) as Promise<PageList>;
    },
    decode(file, { header, page, maxPixels, box, truncated, password, signal, onProgress, onTruncated }) {
      const same = { fileId: idOf(file), password, setup: setup?.() };
      const request: DecodeRequest = { ...same, header, page, maxPixels, box, truncated };
      return run({
        message: (id) => ({ type: "decode", id, file, request }),
        here: (work) => work.decode(file, request, { onProgress, onTruncated }),
        signal,
        onProgress,
        onTruncated,
      }) as ReturnType<Decoder["decode"]>;
    },
  };
}

type Answer = Extract<FromDecoder, { type: "done" | "failed" }> | { type: "ended" } | { type: "unsent" };

/** `unsent`: it cannot be cloned, such as a polyfill's `Blob`. After an abort it is waited for no longer than `GRACE_MS`. */
function answerOf(
  worker: Worker,
  id: number,
  { message, signal, onProgress, onTruncated }: Job,
  { ended, end }: Pick<DecoderWorker, "ended" | "end">,
): Promise<Answer> {
  return new Promise<Answer>((resolve) => {
    let cancelEnd = () => {};
    const settle = (answer: Answer) => {
      cancelEnd();
      worker.removeEventListener("message", onMessage);
      ended.removeEventListener("abort", onEnded);
      signal.removeEventListener("abort", onAbort);
      resolve(answer);
    };
    const onEnded = () => settle({ type: "ended" });
    const onAbort = () => (cancelEnd = after(GRACE_MS, end));
    const onMessage = ({ data }: MessageEvent<FromDecoder>) => {
      if (data.type === "hello" || data.id !== id) return;
      if (data.type === "progress") onProgress(data.progress);
      else if (data.type === "truncated") onTruncated(data.why);
      else settle(data);
    };
    worker.addEventListener("message", onMessage);
    ended.addEventListener("abort", onEnded);
    signal.addEventListener("abort", onAbort);
    try {
      worker.postMessage(message(id));
    } catch {
      settle({ type: "unsent" });
    }
  });
}
