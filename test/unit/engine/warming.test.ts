/** When the pool warms workers and how long they stay: a clock of the test's own, and workers that only say hello. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ToWorker } from "../../../src/engine/protocol.js";
import { createPractice } from "../../../src/engine/warm-up.js";
import { createEngine } from "../../../src/engine/pool.js";

const IDLE_MS = 15_000;

class Greeter extends EventTarget {
  readonly heard: ToWorker["type"][] = [];
  ended = false;
  constructor() {
    super();
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: { type: "hello", able: true } })));
  }
  postMessage({ type }: ToWorker): void {
    this.heard.push(type);
  }
  terminate(): void {
    this.ended = true;
  }
}

let workers: Greeter[];
const createWorker = () => {
  const worker = new Greeter();
  workers.push(worker);
  return worker as unknown as Worker;
};
const job = {
  file: new Blob(["x"]),
  mediaType: "image/jpeg",
  source: { width: 9, height: 9, orientation: 1 },
  target: { width: 3, height: 3 },
  output: { mediaType: "image/jpeg", quality: 0.85, background: "#fff" },
  timeoutMs: 1_000,
} as const;

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test("a worker that is started in advance practises once; one that is started for a job begins with the job", async () => {
  const warmed = createEngine({ createWorker, idleMs: IDLE_MS });
  warmed.warm();
  warmed.warm();
  await vi.advanceTimersByTimeAsync(0);
  warmed.warm();
  expect(workers.map(({ heard }) => heard)).toEqual(Array.from({ length: warmed.concurrency }, () => ["warm"]));
  const cold = createEngine({ createWorker, idleMs: IDLE_MS });
  void cold.encode(job);
  await vi.advanceTimersByTimeAsync(0);
  expect(workers.at(-1)!.heard).toEqual(["encode"]);
});

test("each sign of intent lets waiting workers wait their whole time again", async () => {
  const engine = createEngine({ createWorker, idleMs: IDLE_MS });
  engine.warm();
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  engine.warm();
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(workers.map(({ ended }) => ended)).toEqual(Array(engine.concurrency).fill(false));
  await vi.advanceTimersByTimeAsync(1);
  expect(workers.map(({ ended }) => ended)).toEqual(Array(engine.concurrency).fill(true));
});

test("a picture waits for the end of practice, which it brings about, and nothing is practised after it", async () => {
  const told: string[] = [];
  const practice = createPractice(async (signal) => {
    told.push("begun");
    await new Promise((resolve) => signal.addEventListener("abort", () => setTimeout(resolve, 5)));
    told.push("ended");
  });
  practice.begin();
  practice.begin();
  await vi.advanceTimersByTimeAsync(1_000);
  void practice.end().then(() => told.push("picture"));
  await vi.advanceTimersByTimeAsync(4);
  expect(told).toEqual(["begun"]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual(["begun", "ended", "picture"]);
});
