/**
 * How many files are open at once, however many are handed over: in one task, twenty files keep the page from answering for as long
 * as the browser takes to connect each slice of each of them; and what is read of a file is held until an engine is done with it.
 */
import type { Engine } from "../pixels/encode-job.js";
import { abortReason, throwIfAborted } from "../shared/errors.js";

export interface Intake {
  /**
   * Resolves when it is this file's turn, in the order of the calls, to what gives the place back. Rejects with the signal's
   * reason as soon as it fires, and leaves the line.
   */
  enter: (signal: AbortSignal | undefined) => Promise<() => void>;
  /** No file has a place. */
  isEmpty: () => boolean;
}

/** One more than the engine works on: the next file is read while pictures are encoded. */
const READ_AHEAD = 1;
/** A file in a cloud folder, on a lost network drive, may never answer: it keeps no place from the others for longer. */
const PATIENCE_MS = 2_000;

const intakes = new WeakMap<Engine, Intake>();

/** All files on their way to one engine stand in one line. */
export function intakeOf(engine: Engine): Intake {
  const intake = intakes.get(engine) ?? createIntake(engine.concurrency + READ_AHEAD);
  intakes.set(engine, intake);
  return intake;
}

export function createIntake(places: number, patienceMs = PATIENCE_MS): Intake {
  const line = new Set<() => void>();
  let free = places;

  /** Any number of calls count once. */
  function take(): () => void {
    free--;
    const leave = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      free++;
      const [next] = line;
      next?.();
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(leave, patienceMs);
    return leave;
  }

  async function enter(signal: AbortSignal | undefined): Promise<() => void> {
    throwIfAborted(signal);
    if (free > 0) return take();
    return new Promise((resolve, reject) => {
      const begin = () => {
        leaveLine();
        resolve(take());
      };
      const onAbort = () => {
        leaveLine();
        reject(abortReason(signal!));
      };
      const leaveLine = () => {
        line.delete(begin);
        signal?.removeEventListener("abort", onAbort);
      };
      line.add(begin);
      signal?.addEventListener("abort", onAbort);
    });
  }

  return { enter, isEmpty: () => free === places };
}
