/** What can be set of an engine, and what it is where nothing is set. */
export interface EngineOptions {
  /** @default our own worker, loaded when it is needed; may throw or reject, and then the work is done on the page */
  createWorker?: (() => Worker | Promise<Worker>) | undefined;
  /** How long a new worker may take to say hello, in milliseconds. @default 2_500 */
  helloTimeoutMs?: number;
  /** How long a worker may go without work before it is ended, in milliseconds. @default 30_000 */
  idleMs?: number;
  /** Added to a job's own `timeoutMs` before its worker counts as silent, in milliseconds. @default 5_000 */
  silenceMarginMs?: number;
}

/** A worker that a bundler emptied starts and never answers; a real one answers in a few hundredths of a second. */
export const HELLO_TIMEOUT_MS = 2_500;
/** Long enough to look for the next photo of the same message; memory grown for large pictures is only freed with the worker. */
export const IDLE_MS = 30_000;
/** A worker keeps `timeoutMs` itself while it waits; this covers the time it computes and cannot answer. */
export const SILENCE_MARGIN_MS = 5_000;
