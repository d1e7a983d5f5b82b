import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withDeadline } from "../../../src/shared/with-deadline.js";
import { withTimeout, isTimeout } from "../../../src/shared/with-timeout.js";

const never = () => new Promise<string>(() => {});

describe("withTimeout: one wait", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("ends as the work ends, and leaves no timer behind", async () => {
    await expect(withTimeout(Promise.resolve("bitmap"), { timeoutMs: 1000 })).resolves.toBe("bitmap");
    const broken = new Error("broken");
    await expect(withTimeout(Promise.reject(broken), { timeoutMs: 1000 })).rejects.toBe(broken);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends with a TimeoutError when the work does not answer", async () => {
    const waiting = withTimeout(never(), { timeoutMs: 1000 }).catch(isTimeout);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toBe(true);
  });

  test("after: events that arrived while the thread was blocked are handled before the time is up", async () => {
    vi.useRealTimers();
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<string>((resolve) =>
      port2.addEventListener("message", () => resolve("bitmap"), { once: true }),
    );
    port2.start();
    const waiting = withTimeout(answer, { timeoutMs: 50 });
    port1.postMessage("done");
    for (const end = performance.now() + 200; performance.now() < end;);
    expect(await waiting).toBe("bitmap");
    port1.close();
  });

  test("does not end at once for a limit that overflows the timer", async () => {
    let ended = false;
    void withTimeout(never(), { timeoutMs: Number.MAX_SAFE_INTEGER }).finally(() => (ended = true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).toBe(false);
  });

  test.each([2 ** 31, Infinity])("withDeadline: does not end at once for a limit of %d ms", async (timeoutMs) => {
    let ended = false;
    void withDeadline(never, { timeoutMs }).finally(() => (ended = true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).toBe(false);
  });

  test("withDeadline: of work that waits for its turn, no time passes until it begins", async () => {
    let clock = { restart: () => {}, stop: () => {} };
    const waiting = withDeadline(
      (_, given) => {
        clock = given;
        clock.stop();
        return never();
      },
      { timeoutMs: 1000 },
    );
    await vi.advanceTimersByTimeAsync(60_000);
    clock.restart();
    await vi.advanceTimersByTimeAsync(999);
    clock.restart();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toEqual({ status: "timed-out" });
    clock.restart();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends with the signal's reason, aborted before or during", async () => {
    const reason = new Error("the person left");
    await expect(withTimeout(never(), { timeoutMs: 1000, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const waiting = withTimeout(never(), { timeoutMs: 1000, signal: controller.signal });
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("passes on a value that arrives too late, so that it can be closed", async () => {
    let arrive = (_: string): void => {};
    const late: string[] = [];
    const work = new Promise<string>((resolve) => (arrive = resolve));
    const waiting = withTimeout(work, { timeoutMs: 1000 }, (value) => late.push(value)).catch(isTimeout);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toBe(true);
    arrive("bitmap");
    await work;
    expect(late).toEqual(["bitmap"]);
  });
});
