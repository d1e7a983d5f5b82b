/**
 * Workers, started when there is work, used again, ended when idle, with the page itself as the way out. Each job ends in
 * an outcome or in its signal's reason, whatever the workers do.
 */
import type { EncodeJob, EncodeOutcome, Engine } from "../pixels/encode-job.js";
import { type EngineOptions, HELLO_TIMEOUT_MS, IDLE_MS, SILENCE_MARGIN_MS } from "./engine-options.js";
import { after } from "../shared/guard.js";
import { encodeOnPage } from "./page-when-needed.js";
import { defaultPixelBudget, mayStart } from "./pixel-budget.js";
import { createTicket, type Ticket } from "./ticket.js";
import { startWorker, type WorkerHandle } from "./worker-handle.js";

/** A job whose worker died or fell silent gets one more. */
const TRIES = 2;

/** Of all pools: what works on the page has one memory there, and would draw one picture into the other. */
let pageTurn = /* @__PURE__ */ Promise.resolve();

interface Seat {
  handle: WorkerHandle;
  proven: boolean;
  ticket: Ticket | undefined;
  /** Whether it is to rehearse when it first has nothing to do. */
  isRehearsalDue: boolean;
  stopIdling: () => void;
}

/** The engine that prepares images. One is enough for a page. */
export function createEngine({
  createWorker = loadDefaultWorker,
  helloTimeoutMs = HELLO_TIMEOUT_MS,
  idleMs = IDLE_MS,
  silenceMarginMs = SILENCE_MARGIN_MS,
}: EngineOptions = {}): Engine {
  // Measured: a third worker on two cores brings 3 %; more than four cost memory and bring nothing.
  const concurrency = Math.min(4, Math.max(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));
  const budget = defaultPixelBudget((globalThis.navigator as { deviceMemory?: number } | undefined)?.deviceMemory);
  const line: Ticket[] = [];
  const seats = new Set<Seat>();
  let seatLimit = concurrency;
  let onPage = false;

  function encode(job: EncodeJob): Promise<EncodeOutcome> {
    const ticket = createTicket(job, leave);
    if (!ticket.isSettled()) line.push(ticket);
    next();
    return ticket.outcome;
  }

  function leave(ticket: Ticket): void {
    const place = line.indexOf(ticket);
    if (place !== -1) line.splice(place, 1);
    for (const seat of seats) if (seat.ticket === ticket) close(seat);
    next();
  }

  function next(): void {
    for (let ticket = line[0]; ticket; ticket = line[0]) {
      if (!onPage && !mayStart(ticket.job, jobsUnderWay(), budget)) return;
      const seat = onPage ? undefined : (freeSeat() ?? openSeat());
      if (!seat && !onPage) return;
      line.shift();
      if (seat) void serve(seat, ticket);
      else runOnPage(ticket);
    }
  }

  async function serve(seat: Seat, ticket: Ticket): Promise<void> {
    seat.stopIdling();
    seat.ticket = ticket;
    if (!(seat.proven || (await seat.handle.started)) || ticket.isSettled()) return;
    const ended = await seat.handle.run(ticket.job, ticket.job.timeoutMs + silenceMarginMs);
    if (ticket.isSettled()) return;
    if (ended.end === "done") {
      ticket.resolve(ended.outcome);
      if (ended.stuck) close(seat);
      else rest(seat);
    } else {
      close(seat);
      ticket.tries++;
      if (ticket.tries < TRIES) line.unshift(ticket);
      else if (ended.end === "dead") runOnPage(ticket);
      else ticket.resolve(silent(ticket.job.timeoutMs));
    }
    next();
  }

  /** One after the other: the page has one thread, and it is the person's. */
  function runOnPage(ticket: Ticket): void {
    pageTurn = pageTurn.then(async () => {
      if (ticket.isSettled()) return;
      // A worker came after all, and takes what has not begun here.
      if (!onPage && ticket.tries < TRIES) {
        line.push(ticket);
        return next();
      }
      try {
        ticket.resolve(await encodeOnPage(ticket.job));
      } catch (reason) {
        ticket.reject(reason);
      }
    });
  }

  function jobsUnderWay(): EncodeJob[] {
    return [...seats].flatMap(({ ticket }) => (ticket && !ticket.isSettled() ? [ticket.job] : []));
  }

  function freeSeat(): Seat | undefined {
    for (const seat of seats) if (!seat.handle.isAlive() && !seat.ticket && seat.proven) close(seat);
    return [...seats].find((seat) => seat.ticket === undefined);
  }

  function openSeat(): Seat | undefined {
    if (seats.size >= seatLimit) return undefined;
    const handle = startWorker(createWorker, helloTimeoutMs, () => welcome(seat));
    const seat: Seat = { handle, proven: false, ticket: undefined, isRehearsalDue: false, stopIdling: () => {} };
    seats.add(seat);
    void handle.started.then((able) => {
      if (!seats.has(seat)) return;
      seat.proven = able;
      if (!able) giveUp(seat);
      else if (!seat.ticket) rest(seat);
    });
    return seat;
  }

  /** A worker that did not start. If others run, they do the work; if none does, the page does, until one comes late. */
  function giveUp(seat: Seat): void {
    const { ticket } = seat;
    seats.delete(seat);
    if (ticket) line.unshift(ticket);
    const proven = [...seats].filter((other) => other.proven).length;
    if (proven > 0) seatLimit = proven;
    else onPage = true;
    next();
  }

  function welcome(seat: Seat): void {
    onPage = false;
    seatLimit = concurrency;
    if (seats.size >= seatLimit) return close(seat);
    seats.add(seat);
    seat.proven = true;
    rest(seat);
    next();
  }

  function rest(seat: Seat): void {
    seat.ticket = undefined;
    seat.stopIdling = after(idleMs, () => close(seat));
    if (seat.isRehearsalDue) seat.handle.rehearse();
    seat.isRehearsalDue = false;
  }

  function close(seat: Seat): void {
    seat.stopIdling();
    seats.delete(seat);
    seat.handle.end();
  }

  function warm(): void {
    if (onPage) return;
    for (let missing = seatLimit - seats.size; missing > 0; missing--) {
      const seat = openSeat();
      if (seat) seat.isRehearsalDue = true;
    }
  }

  return { concurrency, encode, warm };
}

/** Its script is a third of what a page would download, and nothing needs it before there is a picture. */
async function loadDefaultWorker(): Promise<Worker> {
  return (await import("./default-worker.js")).createDefaultWorker();
}

function silent(timeoutMs: number): EncodeOutcome {
  const detail = `The worker said nothing for more than ${timeoutMs} ms, twice.`;
  return { status: "failed", failure: "timeout", detail, engine: "worker" };
}
