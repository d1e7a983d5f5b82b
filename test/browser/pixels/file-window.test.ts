import { expect, onTestFinished, test } from "vitest";
import { type FileWindow, openWindow } from "../../../src/jpeg-codec/file-window.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";
import ReadingWorker from "../../fixtures/canvas/reading.worker.ts?worker&inline";

const timeLimit = { timeoutMs: patientMs };
const bytes = Uint8Array.from({ length: 2_000_000 }, (_, at) => at % 251);
/** Two million numbers one by one take longer than all the rest. */
const isComplete = (got: Uint8Array) => got.length === bytes.length && isFrom(0, got);
const isFrom = (at: number, got: Uint8Array) => got.every((byte, n) => byte === bytes[at + n]);
const now = () => performance.timeOrigin + performance.now();

/** It reads by way of the page's thread whatever is asked, and has no streams of bytes. */
const IS_WEBKIT = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

interface Answer {
  at: number;
  bytes: Uint8Array;
}

function reader() {
  const worker = new ReadingWorker();
  onTestFinished(() => worker.terminate());
  return (file: Blob) =>
    new Promise<Answer>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
      worker.postMessage(file);
    });
}

/** On a busy machine the worker may not run while the page is busy: then the page is busy for longer. */
test.skipIf(IS_WEBKIT)("file window: a worker has a file while the page is busy drawing", async () => {
  const read = reader();
  await read(new Blob([bytes]));
  for (const busyMs of [300, 1_000, 3_000, 9_000]) {
    const answer = read(new Blob([bytes]));
    const busyUntil = now() + busyMs;
    while (now() < busyUntil);
    const { at, bytes: got } = await answer;
    expect(isComplete(got)).toBe(true);
    if (at < busyUntil) return;
  }
  expect.unreachable("It had to wait for the page.");
});

test("file window: a file larger than the window is read as well", async () => {
  const file = openWindow(new Blob([bytes]), timeLimit);
  expect(file.bytes).toBe(bytes.length);
  expect(isComplete(await file.from(0, bytes.length + 1))).toBe(true);
  file.close();
});

test.each([
  { step: 5_003, count: 131_072 },
  { step: 99_991, count: 131_072 },
  { step: 700_001, count: 10 },
  { step: 300_000, count: 900_000 },
])("file window: from the front to the back, $count bytes at a time and $step on", async ({ step, count }) => {
  const file = openWindow(new Blob([bytes]), timeLimit);
  for (let at = 0; at < bytes.length; at += step) {
    const got = await file.from(at, count);
    expect(got).toHaveLength(Math.min(count, bytes.length - at));
    expect(isFrom(at, got), `from ${at}`).toBe(true);
  }
  expect(await file.from(bytes.length, 1)).toHaveLength(0);
  file.close();
});

test("file window: reads on while the end of a header is searched", async () => {
  const file = openWindow(new Blob([bytes]), timeLimit);
  for (let count = 50_000; count < 2 * bytes.length; count *= 2) {
    const got = await file.from(0, count);
    expect(got).toHaveLength(Math.min(count, bytes.length));
    expect(isFrom(0, got), `${count} bytes`).toBe(true);
  }
  file.close();
});

test("file window: buffers are reused by the next file, never by two at once", async () => {
  const roomOf = async (file: FileWindow) => (await file.from(0, 10)).buffer;
  const file = openWindow(new Blob([bytes]), timeLimit);
  const room = await roomOf(file);
  const meanwhile = openWindow(new Blob([bytes]), timeLimit);
  expect(await roomOf(meanwhile)).not.toBe(room);
  file.close();
  file.close();
  const next = openWindow(new Blob([bytes]), timeLimit);
  expect(await roomOf(next)).toBe(room);
  const another = openWindow(new Blob([bytes]), timeLimit);
  expect(await roomOf(another)).not.toBe(room);
  for (const window of [meanwhile, next, another]) window.close();
});

test("file window: the memory of a long header is released", async () => {
  const file = openWindow(new Blob([bytes]), timeLimit);
  const { buffer } = await file.from(0, bytes.length);
  file.close();
  expect(buffer.byteLength).toBe(0);
});

test("file window: a file that ends before its end", async () => {
  const file = new Blob([bytes]);
  Object.defineProperty(file, "size", { value: bytes.length + 1 });
  const shorter = openWindow(file, timeLimit);
  const whole = shorter.from(0, bytes.length + 1).then(({ length }) => length);
  await expect(whole).rejects.toThrow("ends before its end");
  shorter.close();
});

test("file window: a file that does not answer", async () => {
  const file = new Blob([bytes]);
  let isCancelled = false;
  const silent = new Promise<never>(() => {});
  const slice = Object.assign(new Blob(), { arrayBuffer: () => silent });
  const source = { type: "bytes", pull: () => silent, cancel: () => void (isCancelled = true) } as const;
  Object.assign(file, { slice: () => slice, ...(!IS_WEBKIT && { stream: () => new ReadableStream(source) }) });
  const window = openWindow(file, { timeoutMs: 50 });
  await expect(window.from(0, 10)).rejects.toThrow("No answer within 50 ms");
  window.close();
  expect(isCancelled).toBe(!IS_WEBKIT);
});
