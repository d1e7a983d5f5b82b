/**
 * The page's side of a decoder that has a worker of its own: started when a file comes, one job at a time, ended when idle, and at once
 * where a job is called off, since nothing else stops a decoder. Where no worker may run, the same work is done on the page.
 */
import type { Decoder, PageList } from "../shared/app-codecs.js";
import { abortReason, type ImageError, throwIfAborted } from "../shared/errors.js";
import { fromPlainError } from "../shared/plain-error.js";
import { VERSION } from "../shared/version.js";
import { after } from "../shared/with-timeout.js";
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

/** How long the worker's script may take to come and to begin, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

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
  let worker: Promise<Worker | undefined> | undefined;
  let isForbidden = false;
  let isLoaded = false;
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();
  let cancelIdle = () => {};
  const waiting = new Set<Job>();

  function end(): void {
    cancelIdle();
    void worker?.then((started) => started?.terminate());
    worker = undefined;
  }

  /** `undefined`: no worker may run here, or it is of another version. */
  function start(): Promise<Worker | undefined> {
    return (worker ??= (async () => {
      try {
        return await greeted(await createWorker());
      } catch {
        isForbidden = true;
        return undefined;
      }
    })());
  }

  /** One after the other: who waits hears of it, so that its time does not run. */
  function run(job: Job): Promise<unknown> {
    waiting.add(job);
    const queued = last.then(async () => {
      waiting.delete(job);
      throwIfAborted(job.signal);
      cancelIdle();
      job.onProgress(isLoaded ? { step: "decode" } : { step: "load", bytes: codeBytes });
      try {
        return await (isForbidden ? here(job) : inWorker(job));
      } finally {
        for (const other of waiting) other.onProgress({ step: "decode" });
        cancelIdle = after(idleMs, end);
      }
    });
    last = queued.catch(() => undefined);
    return queued;
  }

  async function here({ here: work, onProgress, signal }: Job): Promise<unknown> {
    const loaded = await loadWork();
    isLoaded = true;
    throwIfAborted(signal);
    onProgress({ step: "decode" });
    try {
      return await work(loaded);
    } catch (cause) {
      throw asImageError(cause, format);
    }
  }

  async function inWorker(job: Job): Promise<unknown> {
    const { signal, onProgress, onTruncated, message } = job;
    const onAbort = () => end();
    signal.addEventListener("abort", onAbort);
    try {
      const started = await start();
      // Aborted while it was being made, there was none to end yet.
      if (signal.aborted) end();
      throwIfAborted(signal);
      if (!started) return await here(job);
      isLoaded = true;
      onProgress({ step: "decode" });
      lastId += 1;
      const answer = await answerOf(started, message(lastId), { signal, onProgress, onTruncated });
      if ("error" in answer) throw answer.error;
      if ("value" in answer) return answer.value;
      end();
      throw new Error("its worker ended");
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
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

/** Resolves with the worker once it has said hello. Rejects where it does not, as under a policy that forbids it. */
function greeted(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      worker.terminate();
      reject(new Error(why));
    };
    const cancel = after(START_TIMEOUT_MS, () => fail("The decoder's worker says nothing."));
    const onError = (event: Event) => {
      event.preventDefault();
      cancel();
      fail("The decoder's worker may not run here.");
    };
    worker.addEventListener("error", onError, { once: true });
    const onMessage = ({ data }: MessageEvent<FromDecoder>) => {
      if (data.type !== "hello") return;
      cancel();
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onError);
      if (data.version === VERSION) resolve(worker);
      else fail(`The decoder's worker is of version ${data.version}.`);
    };
    worker.addEventListener("message", onMessage);
  });
}

/** What it says; neither: it ended. Rejects with the signal's reason. */
function answerOf(
  worker: Worker,
  message: ToDecoder,
  { signal, onProgress, onTruncated }: Pick<Job, "signal" | "onProgress" | "onTruncated">,
): Promise<{ value: unknown } | { error: ImageError } | { ended: true }> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onError);
      signal.removeEventListener("abort", onAbort);
      finish();
    };
    const onAbort = () => settle(() => reject(abortReason(signal)));
    const onError = (event: Event) => {
      event.preventDefault();
      settle(() => resolve({ ended: true }));
    };
    const onMessage = ({ data }: MessageEvent<FromDecoder>) => {
      if (data.type === "hello" || data.id !== message.id) return;
      if (data.type === "progress") onProgress(data.progress);
      else if (data.type === "truncated") onTruncated(data.why);
      else if (data.type === "done") settle(() => resolve({ value: data.value }));
      else settle(() => resolve({ error: fromPlainError(data.error) }));
    };
    worker.addEventListener("message", onMessage);
    worker.addEventListener("error", onError);
    signal.addEventListener("abort", onAbort);
    worker.postMessage(message);
  });
}
