/** A job on its way through the pool: settled once, whichever of worker, page and abort comes first. */
import type { EncodeJob, EncodeOutcome } from "../pixels/encode-job.js";
import { reasonOf } from "../shared/guard.js";

export interface Ticket {
  job: EncodeJob;
  /** How many workers have failed at it. */
  tries: number;
  outcome: Promise<EncodeOutcome>;
  isSettled: () => boolean;
  resolve: (outcome: EncodeOutcome) => void;
  reject: (reason: unknown) => void;
}

/** `onAbort` is called after the ticket was rejected with the signal's reason; never for a signal aborted before. */
export function createTicket(job: EncodeJob, onAbort: (ticket: Ticket) => void): Ticket {
  const { signal } = job;
  let settled = false;
  let finish: { resolve: Ticket["resolve"]; reject: Ticket["reject"] };
  const outcome = new Promise<EncodeOutcome>((resolve, reject) => (finish = { resolve, reject }));
  const settle = (end: () => void) => {
    if (settled) return;
    settled = true;
    signal?.removeEventListener("abort", abort);
    end();
  };
  const ticket: Ticket = {
    job,
    tries: 0,
    outcome,
    isSettled: () => settled,
    resolve: (value) => settle(() => finish.resolve(value)),
    reject: (reason) => settle(() => finish.reject(reason)),
  };
  const abort = () => {
    ticket.reject(reasonOf(signal));
    onAbort(ticket);
  };
  if (signal?.aborted) ticket.reject(reasonOf(signal));
  else signal?.addEventListener("abort", abort);
  return ticket;
}
