/**
 * Starts workers when there is work, reuses them, and ends idle ones; the page itself is the fallback. One job per worker. Each
 * job ends with a result or its signal's reason, whatever the workers do.
 */
import type { PrepareJob, PrepareResult } from "../pipeline/prepare-job.js";
import { abortReason } from "../shared/errors.js";
import { loadPart } from "../shared/load-part.js";
import { after } from "../shared/with-timeout.js";
import type { ImageHeader } from "../shared/types.js";
import { mayBePhoto } from "./may-be-photo.js";
import { hasLostPixels } from "./moved-pixels.js";
import { defaultPixelBudget, mayDecode } from "./pixel-budget.js";
import { startWorker, type WorkerHandle } from "./worker-handle.js";
import { workersAtOnce } from "./workers-at-once.js";

/** May throw; then the work is done on the page. */
export type CreateWorker = () => Worker | Promise<Worker>;

export interface RunTools {
  signal?: AbortSignal | undefined;
  onHeader?: ((header: ImageHeader) => void) | undefined;
  /** Only a worker that was started by this function gets the job. @default the pool's */
  createWorker?: CreateWorker | undefined;
}

export interface Pool {
  /** How many jobs are worth having in flight at once. */
  readonly concurrency: number;
  /**
   * Rejects with the signal's reason, or because of a bug of ours; anything else is a result. Hangs only if the file can never be
   * read.
   */
  run: (job: PrepareJob, tools: RunTools) => Promise<PrepareResult>;
  /**
   * The small picture that a camera put into the file, upright. It does not wait for files that came before. `undefined`: there
   * is none. Never rejects; it stays pending if the file can never be read.
   */
  thumbnail: (file: Blob, createWorker?: CreateWorker) => Promise<Blob | undefined>;
  /** Starts the workers and loads the codec in them. Idempotent, never throws. */
  warm: (createWorker?: CreateWorker) => void;
}

export interface PoolOptions {
  /** @default our own workers, inlined: one for photos, and one for everything */
  createWorker?: CreateWorker | undefined;
  /**
   * How long a new worker may take to say hello, in milliseconds: one that a bundler emptied starts and never answers. @default
   * 2_500
   */
  helloTimeoutMs?: number;
  /** How long a worker may go without work before it is ended, in milliseconds: long enough to look for the next photo. @default 30_000 */
  idleMs?: number;
  /**
   * Added to a job's `timeoutMs` before its worker counts as silent, in milliseconds: while it computes it cannot answer.
   * @default 5_000
   */
  silenceMarginMs?: number;
  /** How long the first bytes of a file may take before other files may have its worker, in milliseconds. @default 2_000 */
  stalledMs?: number;
}

/** A job whose worker died or fell silent gets one more attempt. */
const MAX_TRIES = 2;

/** The state of the workers made by one `createWorker`. */
interface Source {
  create: CreateWorker;
  /** The most of them that may run: fewer than worth having if some did not start. */
  slotLimit: number;
  /** No worker starts: the page does the work, until one starts late. */
  isOnPage: boolean;
}

interface Task {
  job: PrepareJob;
  tools: RunTools;
  source: Source;
  /** How many workers have failed at it. */
  tries: number;
  /** A file in a cloud folder may take minutes. Each time its worker is given to others, the next wait is twice as long. */
  stalledMs: number;
  isStalled: boolean;
  /** As the worker read it; until then the file's size in pixels is unknown. */
  header: ImageHeader | undefined;
  isDecoding: boolean;
  isSettled: boolean;
  resolve: (result: PrepareResult) => void;
  reject: (reason: unknown) => void;
}

interface Slot {
  source: Source;
  handle: WorkerHandle;
  isStarted: boolean;
  task: Task | undefined;
  isWarmthDue: boolean;
  stopTimer: () => void;
}

/** Shared by all pools, since the page has only one thread. */
let pageQueue = Promise.resolve();

/** One pool is enough for a page. */
export function createPool({
  createWorker,
  helloTimeoutMs = 2_500,
  idleMs = 30_000,
  silenceMarginMs = 5_000,
  stalledMs = 2_000,
}: PoolOptions = {}): Pool {
  const concurrency = workersAtOnce();
  const budget = defaultPixelBudget((globalThis.navigator as { deviceMemory?: number } | undefined)?.deviceMemory);
  const queue: Task[] = [];
  const slots = new Set<Slot>();
  let thumbnailCount = 0;
  const sources = new WeakMap<CreateWorker, Source>();

  function sourceOf(create: CreateWorker): Source {
    let source = sources.get(create);
    if (!source) sources.set(create, (source = { create, slotLimit: concurrency, isOnPage: false }));
    return source;
  }

  /** Which jobs it can do is known of our own workers; the app's does all. */
  const everything = sourceOf(createWorker ?? createInlineWorker);
  const photos = createWorker ? everything : sourceOf(createInlinePhotoWorker);

  /** Where no photo worker starts, no other will. */
  function sourceFor(job: PrepareJob, create: CreateWorker | undefined): Source {
    if (create) return sourceOf(create);
    return photos.isOnPage || mayBePhoto(job) ? photos : everything;
  }

  const serves = (slot: Slot, source: Source) =>
    slot.source === source || (source === photos && slot.source === everything);

  function run(job: PrepareJob, tools: RunTools): Promise<PrepareResult> {
    const { signal } = tools;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortReason(signal));
      const settle = (end: () => void) => {
        if (task.isSettled) return;
        task.isSettled = true;
        signal?.removeEventListener("abort", onAbort);
        end();
      };
      const task: Task = {
        job,
        tools,
        source: sourceFor(job, tools.createWorker),
        tries: 0,
        stalledMs,
        isStalled: false,
        header: undefined,
        isDecoding: false,
        isSettled: false,
        resolve: (result) => settle(() => resolve(result)),
        reject: (reason) => settle(() => reject(reason)),
      };
      const onAbort = () => {
        task.reject(abortReason(signal!));
        drop(task);
      };
      signal?.addEventListener("abort", onAbort);
      queue.push(task);
      next();
    });
  }

  /** A worker cannot stop in the middle of a decode, so it is ended. */
  function drop(task: Task): void {
    const place = queue.indexOf(task);
    if (place !== -1) queue.splice(place, 1);
    for (const slot of slots) if (slot.task === task) close(slot);
    next();
  }

  function next(): void {
    for (let task = queue[0]; task; task = queue[0]) {
      const { source } = task;
      const slot = source.isOnPage ? undefined : (freeSlot(source) ?? openSlot(source) ?? stalledSlot(source));
      if (!slot && !source.isOnPage) break;
      queue.shift();
      if (hasLostPixels(task.job)) task.resolve({ status: "pixels-lost" });
      else if (slot) void serve(slot, task);
      else runOnPage(task);
    }
    letDecode();
  }

  async function serve(slot: Slot, task: Task): Promise<void> {
    slot.stopTimer();
    slot.task = task;
    // A failed worker may have read the header, but the new one must read it again before it may decode.
    task.header = undefined;
    task.isStalled = false;
    if (!(slot.isStarted || (await slot.handle.started)) || slot.task !== task || task.isSettled) return;
    slot.stopTimer = after(task.stalledMs, () => {
      task.isStalled = true;
      next();
    });
    const outcome = await slot.handle.run(task.job, task.job.settings.timeoutMs + silenceMarginMs, (header) => {
      slot.stopTimer();
      task.isStalled = false;
      task.header = header;
      task.tools.onHeader?.(header);
      letDecode();
    });
    // The job's slot may have been given to another job, or the job was aborted.
    if (slot.task !== task || task.isSettled) return;
    slot.stopTimer();
    task.isDecoding = false;
    switch (outcome.end) {
      case "done":
        task.resolve(outcome.result);
        if (outcome.isStuck) close(slot);
        else rest(slot);
        break;
      case "not-a-photo":
        task.source = everything;
        queue.unshift(task);
        rest(slot);
        break;
      case "fault":
        task.reject(new Error(outcome.message));
        rest(slot);
        break;
      case "dead":
      case "silent":
        close(slot);
        task.tries++;
        if (task.tries < MAX_TRIES) queue.unshift(task);
        else if (outcome.end === "dead") runOnPage(task);
        else task.resolve(silent(task.job.settings.timeoutMs));
    }
    next();
  }

  /** In the order in which their headers arrived; a picture above the budget waits until it is alone. */
  function letDecode(): void {
    const tasks = [...slots].flatMap(({ task, handle }) =>
      task?.header && !task.isSettled ? [{ task, handle, header: task.header }] : [],
    );
    const underWay = tasks.filter(({ task }) => task.isDecoding).map(({ header }) => header);
    for (const { task, handle, header } of tasks.filter((one) => !one.task.isDecoding)) {
      const { maxPixelsInFlight = budget } = task.job.settings;
      if (!mayDecode(header, underWay, maxPixelsInFlight)) return;
      task.isDecoding = true;
      underWay.push(header);
      handle.go();
    }
  }

  /**
   * One job after another, since the page has one thread, which must stay responsive. If a file cannot be read yet, the next one
   * begins.
   */
  function runOnPage(task: Task): void {
    pageQueue = pageQueue.then(async () => {
      if (task.isSettled) return;
      // A late worker takes the jobs that have not begun on the page.
      if (!task.source.isOnPage && task.tries < MAX_TRIES) {
        queue.push(task);
        return next();
      }
      await new Promise<void>((goOn) => {
        const cancelTimer = after(task.stalledMs, goOn);
        const onHeader = (header: ImageHeader) => {
          cancelTimer();
          task.tools.onHeader?.(header);
        };
        const result = hasLostPixels(task.job)
          ? Promise.resolve<PrepareResult>({ status: "pixels-lost" })
          : runHere(task.job, { ...task.tools, onHeader });
        void result.then(task.resolve, task.reject).finally(() => {
          cancelTimer();
          goOn();
        });
      });
    });
  }

  /** Asks the workers in turn, busy or not: it takes a millisecond, and should not wait for the pictures of other files. */
  async function thumbnail(file: Blob, create?: CreateWorker): Promise<Blob | undefined> {
    const source = create ? sourceOf(create) : photos;
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const slot = thumbnailSlot(source);
      if (!slot || !(await slot.handle.started)) break;
      const found = await slot.handle.thumbnail(file);
      if (found.end === "done") return asJpeg(found.bytes);
    }
    return asJpeg(await thumbnailHere(file));
  }

  function thumbnailSlot(source: Source): Slot | undefined {
    if (source.isOnPage) return undefined;
    const theirs = [...slots].filter((slot) => serves(slot, source) && slot.handle.isAlive());
    const started = theirs.filter(({ isStarted }) => isStarted);
    return started[thumbnailCount++ % started.length] ?? theirs[0] ?? openSlot(source);
  }

  function freeSlot(source: Source): Slot | undefined {
    for (const slot of slots) if (!slot.handle.isAlive() && !slot.task && slot.isStarted) close(slot);
    return [...slots].find((slot) => serves(slot, source) && slot.task === undefined);
  }

  /** A file that cannot be read yet gives its worker to a waiting file, and goes to the end of the queue. */
  function stalledSlot(source: Source): Slot | undefined {
    const slot = [...slots].find(({ task }) => task?.isStalled);
    const task = slot?.task;
    if (!slot || !task) return undefined;
    task.stalledMs *= 2;
    slot.task = undefined;
    close(slot);
    queue.push(task);
    return openSlot(source);
  }

  function openSlot(source: Source): Slot | undefined {
    if (slotsOf(source).length >= source.slotLimit) return undefined;
    if (slots.size >= concurrency) {
      const idle = [...slots].find((slot) => slot.source !== source && slot.task === undefined);
      if (!idle) return undefined;
      close(idle);
    }
    const handle = startWorker(source.create, helloTimeoutMs, () => welcome(slot));
    const slot: Slot = { source, handle, isStarted: false, task: undefined, isWarmthDue: false, stopTimer: () => {} };
    slots.add(slot);
    void handle.started.then((able) => {
      if (!slots.has(slot)) return;
      slot.isStarted = able;
      if (!able) giveUp(slot);
      else if (!slot.task) rest(slot);
    });
    return slot;
  }

  function slotsOf(source: Source): Slot[] {
    return [...slots].filter((slot) => slot.source === source);
  }

  /** Handles a worker that did not start. If others run, they do the work; if none does, the page does, until one starts late. */
  function giveUp(slot: Slot): void {
    const { task, source } = slot;
    slots.delete(slot);
    slot.task = undefined;
    if (task) queue.unshift(task);
    const started = slotsOf(source).filter((other) => other.isStarted).length;
    if (started > 0) source.slotLimit = started;
    else source.isOnPage = true;
    next();
  }

  function welcome(slot: Slot): void {
    slot.source.isOnPage = false;
    slot.source.slotLimit = concurrency;
    if (slots.size >= concurrency) return close(slot);
    slots.add(slot);
    slot.isStarted = true;
    rest(slot);
    next();
  }

  function rest(slot: Slot): void {
    slot.task = undefined;
    slot.stopTimer = after(idleMs, () => close(slot));
    if (slot.isWarmthDue) slot.handle.warm();
    slot.isWarmthDue = false;
  }

  function close(slot: Slot): void {
    slot.stopTimer();
    slots.delete(slot);
    slot.handle.end();
  }

  function warm(create?: CreateWorker): void {
    const source = create ? sourceOf(create) : photos;
    if (source.isOnPage) return;
    for (let missing = source.slotLimit - slotsOf(source).length; missing > 0; missing--) {
      const slot = openSlot(source);
      if (slot) slot.isWarmthDue = true;
    }
  }

  return { concurrency, run, thumbnail, warm };
}

/** Node has none: nothing to load. */
function expectWorkers(): void {
  if (typeof Worker === "undefined") throw new Error("There are no workers here.");
}

async function createInlinePhotoWorker(): Promise<Worker> {
  expectWorkers();
  return import("./default-photo-worker.js").then((part) => part.createPhotoWorker());
}

async function createInlineWorker(): Promise<Worker> {
  expectWorkers();
  return import("./default-worker.js").then((part) => part.createDefaultWorker());
}

async function runHere(job: PrepareJob, tools: RunTools): Promise<PrepareResult> {
  const { prepareOnPage } = await loadOnPage();
  return prepareOnPage(job, tools);
}

const asJpeg = (bytes: Uint8Array<ArrayBuffer> | undefined): Blob | undefined =>
  bytes && new Blob([bytes], { type: "image/jpeg" });

async function thumbnailHere(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const part = await loadOnPage().catch(() => undefined);
  return part?.findThumbnailOnPage(file);
}

const loadOnPage = () => loadPart(() => import("./prepare-on-page.js"));

function silent(timeoutMs: number): PrepareResult {
  const message = `The browser did not finish this image within ${timeoutMs} ms.`;
  return {
    status: "rejected",
    error: {
      code: "decode-timeout",
      message,
      actual: timeoutMs,
      limit: timeoutMs,
      cause: "The worker said nothing, twice.",
    },
  };
}
