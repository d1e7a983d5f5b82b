/**
 * The page's side of a decoder with its own worker, which is started when a file comes, does one job at a time, and is ended when
 * idle. A job that is aborted while it waits never starts. One that is running may finish, so that its worker can be kept; if
 * that takes too long the worker is ended, since nothing else stops a decoder. If no worker may run, the same work is done on the
 * page.
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
  /** The usual name of the format: "TIFF". */
  format: string;
  /** Loads and starts the worker. May throw; then the work is done on the page. */
  createWorker: () => Worker | Promise<Worker>;
  /** Does the same work on the page. */
  loadWork: () => Promise<DecoderWork>;
  /** Download size of the decoder's code, gzipped, in bytes, to show while a person waits. */
  codeBytes?: number | undefined;
  /** The decoder's settings, as plain data; called for each job. */
  setup?: (() => unknown) | undefined;
  /** How long the worker may go without work before it is ended, in milliseconds. @default 15_000 */
  idleMs?: number | undefined;
}

/** How long an aborted job may go on before its worker is ended, in milliseconds: less than it takes to load a new one. */
const GRACE_MS = 500;

/** By this a decoder recognizes a file whose pages are requested one by one. */
const fileIds = new WeakMap<Blob, number>();
let lastFileId = 0;

function idOf(file: Blob): number {
  const id = fileIds.get(file) ?? ++lastFileId;
  fileIds.set(file, id);
  return id;
}

interface Job extends DecodeReport {
  messageFor: (id: number) => ToDecoder;
  /** The same work, if no worker may run. */
  onPage: (work: DecoderWork) => Promise<unknown>;
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

  function endWorker(): void {
    cancelIdle();
    running?.end();
    running = undefined;
  }

  /** One job after the other. A job that waits reports that, since its time limit does not run. */
  function run(job: Job): Promise<unknown> {
    job.onProgress({ step: "wait" });
    const queued = last.then(async () => {
      throwIfAborted(job.signal);
      cancelIdle();
      job.onProgress(isLoaded ? { step: "decode" } : { step: "load", bytes: codeBytes });
      try {
        return await runInWorker(job);
      } finally {
        cancelIdle = after(idleMs, endWorker);
      }
    });
    last = queued.catch(() => undefined);
    return orAborted(queued, job.signal);
  }

  async function runOnPage({ onPage, onProgress, signal }: Job): Promise<unknown> {
    const loaded = await orAborted(loadWork(), signal);
    isLoaded = true;
    throwIfAborted(signal);
    onProgress({ step: "decode" });
    try {
      return await onPage(loaded);
    } catch (cause) {
      throw asImageError(cause, format);
    }
  }

  /** Or on the page, if no worker may run. */
  async function runInWorker(job: Job): Promise<unknown> {
    const { signal, onProgress } = job;
    if (running?.endSignal.aborted) running = undefined;
    running ??= startWorker();
    if (!running) return runOnPage(job);
    const { started, endSignal } = running;
    const worker = await orAborted(started, signal).catch((cause: unknown) => {
      endWorker();
      throw cause;
    });
    if (!worker) {
      running = undefined;
      return runOnPage(job);
    }
    isLoaded = true;
    onProgress({ step: "decode" });
    throwIfAborted(signal);
    lastId += 1;
    const answer = await answerOf(worker, lastId, job, { endSignal, end: endWorker });
    if (answer.type === "done") return answer.value;
    if (answer.type === "pixels") return new ImageData(answer.data, answer.width, answer.height);
    if (answer.type === "not-cloneable") return runOnPage(job);
    if (answer.type === "worker-ended") throw new Error("its worker ended");
    if (answer.isCrash) endWorker();
    throw fromPlainError(answer.error);
  }

  return {
    pages(file, { password, signal, onProgress = () => {} }) {
      const request: FileRequest = { fileId: idOf(file), password, setup: setup?.() };
      return run({
        messageFor: (id) => ({ type: "pages", id, file, request }),
        onPage: (work) => work.pages!(file, request, onProgress),
        signal,
        onProgress,
        onTruncated: () => {},
      }) as Promise<PageList>;
    },
    decode(file, { header, page, maxPixels, box, truncated, password, signal, onProgress, onTruncated }) {
      const same = { fileId: idOf(file), password, setup: setup?.() };
      const request: DecodeRequest = { ...same, header, page, maxPixels, box, truncated };
      return run({
        messageFor: (id) => ({ type: "decode", id, file, request }),
        onPage: (work) => work.decode(file, request, { onProgress, onTruncated }),
        signal,
        onProgress,
        onTruncated,
      }) as ReturnType<Decoder["decode"]>;
    },
  };
}

type Answer =
  Extract<FromDecoder, { type: "done" | "pixels" | "failed" }> | { type: "worker-ended" } | { type: "not-cloneable" };

/**
 * `not-cloneable`: the job cannot be sent to a worker, such as a polyfill's `Blob`. After an abort the answer is awaited for at most `GRACE_MS`.
 */
function answerOf(
  worker: Worker,
  id: number,
  { messageFor, signal, onProgress, onTruncated }: Job,
  { endSignal, end }: Pick<DecoderWorker, "endSignal" | "end">,
): Promise<Answer> {
  return new Promise<Answer>((resolve) => {
    let cancelEnd = () => {};
    const finish = (answer: Answer) => {
      cancelEnd();
      worker.removeEventListener("message", onMessage);
      endSignal.removeEventListener("abort", onEnded);
      signal.removeEventListener("abort", onAbort);
      resolve(answer);
    };
    const onEnded = () => finish({ type: "worker-ended" });
    const onAbort = () => (cancelEnd = after(GRACE_MS, end));
    const onMessage = ({ data }: MessageEvent<FromDecoder>) => {
      if (data.type === "hello" || data.id !== id) return;
      if (data.type === "progress") onProgress(data.progress);
      else if (data.type === "truncated") onTruncated(data.why);
      else finish(data);
    };
    worker.addEventListener("message", onMessage);
    endSignal.addEventListener("abort", onEnded);
    signal.addEventListener("abort", onAbort);
    try {
      worker.postMessage(messageFor(id));
    } catch {
      finish({ type: "not-cloneable" });
    }
  });
}
