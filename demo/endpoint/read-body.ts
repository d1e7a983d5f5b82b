import type { IncomingMessage } from "node:http";

/** Memory that all requests share, in bytes still free. */
export interface BodyBudget {
  freeBytes: number;
}

export interface ReadBodyOptions {
  /** Largest body taken, in bytes; one more is `too-large`. */
  capBytes: number;
  /** Longest pause while the body arrives, in milliseconds. */
  idleMs: number;
  budget: BodyBudget;
}

export type BodyResult =
  | { status: "read"; bytes: Uint8Array; release: () => void }
  /**
   * `bytes`: as stated, or as many as had come in. Nothing is kept; Node reads and drops the rest, so that the client gets the
   * answer.
   */
  | { status: "too-large"; bytes: number }
  /** Other requests use the memory. */
  | { status: "busy" }
  | { status: "timeout" }
  | { status: "aborted" };

/**
 * Reads a request body without ever holding more than the cap: a Content-Length over it is refused unread, and a body that
 * lies about its length, or states none, is counted as it comes in.
 */
export function readBody(request: IncomingMessage, { capBytes, idleMs, budget }: ReadBodyOptions): Promise<BodyResult> {
  const statedBytes = Number(request.headers["content-length"] ?? 0);
  if (statedBytes > capBytes) return Promise.resolve({ status: "too-large", bytes: statedBytes });
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let heldBytes = 0;
    let idle = setTimeout(onIdle, idleMs);

    function release(): void {
      budget.freeBytes += heldBytes;
      heldBytes = 0;
      chunks = [];
    }
    function finish(result: BodyResult): void {
      clearTimeout(idle);
      request.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      // A socket that fails later still reports an error; there is no client left to answer.
      request.on("error", () => undefined);
      if (result.status !== "read") {
        release();
        request.resume();
      }
      resolve(result);
    }
    function onData(chunk: Buffer): void {
      clearTimeout(idle);
      if (heldBytes + chunk.length > capBytes) return finish({ status: "too-large", bytes: heldBytes + chunk.length });
      if (chunk.length > budget.freeBytes) return finish({ status: "busy" });
      budget.freeBytes -= chunk.length;
      heldBytes += chunk.length;
      chunks.push(chunk);
      idle = setTimeout(onIdle, idleMs);
    }
    function onEnd(): void {
      finish({ status: "read", bytes: Buffer.concat(chunks, heldBytes), release });
    }
    function onClose(): void {
      finish({ status: "aborted" });
    }
    function onIdle(): void {
      finish({ status: "timeout" });
    }
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}
