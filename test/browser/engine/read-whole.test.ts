import { expect, onTestFinished, test } from "vitest";
import { readWhole } from "../../../src/engine/read-whole.js";
import { patientMs } from "../../fixtures/canvas/engines.js";

const BUSY_MS = 300;
const bytes = Uint8Array.from({ length: 4_000_000 }, (_, at) => at % 251);
/** Four million numbers one by one take longer than all the rest. */
const isWhole = (got: Uint8Array) => got.length === bytes.length && got.every((byte, at) => byte === bytes[at]);
const now = () => performance.timeOrigin + performance.now();

/** It reads by way of the page's thread whatever is asked. */
const IS_WEBKIT = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

interface Answer {
  at: number;
  bytes: Uint8Array;
}

function reader() {
  const worker = new Worker(new URL("../../fixtures/canvas/reading.worker.ts", import.meta.url), { type: "module" });
  onTestFinished(() => worker.terminate());
  return (file: Blob) =>
    new Promise<Answer>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
      worker.postMessage(file);
    });
}

test.skipIf(IS_WEBKIT)("a worker has a file while the page is busy drawing", async () => {
  const read = reader();
  await read(new Blob([bytes]));
  const answer = read(new Blob([bytes]));
  const busyUntil = now() + BUSY_MS;
  while (now() < busyUntil);
  const { at, bytes: got } = await answer;
  expect(isWhole(got)).toBe(true);
  expect(at).toBeLessThan(busyUntil);
});

test("on the page, where one cannot wait, it is read as well", async () => {
  const { bytes: got, close } = await readWhole(new Blob([bytes]), { timeoutMs: patientMs });
  expect(isWhole(got)).toBe(true);
  close();
});
