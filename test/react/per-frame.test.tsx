import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { perFrame } from "../../src/react/per-frame.js";

const FRAME_MS = 16;
/** One frame, and the task that it posts; messages have no clock. */
async function frame(): Promise<void> {
  vi.advanceTimersByTime(FRAME_MS);
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
let tell: () => void;
let unsubscribed: number;
let beginning: boolean;
const subscribe = perFrame((listener) => {
  tell = listener;
  return () => void unsubscribed++;
}, () => beginning);

beforeEach(() => {
  unsubscribed = 0;
  beginning = false;
  vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("any number of changes is told of once, in the next frame, and the next change in the one after", async () => {
  const listener = vi.fn();
  subscribe(listener);
  for (let change = 0; change < 20; change++) tell();
  expect(listener).toHaveBeenCalledTimes(0);
  await frame();
  expect(listener).toHaveBeenCalledTimes(1);
  tell();
  await frame();
  expect(listener).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("a file that is just being opened has one frame more, and no third", async () => {
  const listener = vi.fn();
  subscribe(listener);
  beginning = true;
  tell();
  await frame();
  expect(listener).toHaveBeenCalledTimes(0);
  tell();
  await frame();
  expect(listener).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a page without frames is told all the same, once", () => {
  vi.stubGlobal("requestAnimationFrame", () => 1);
  vi.stubGlobal("cancelAnimationFrame", () => {});
  const listener = vi.fn();
  subscribe(listener);
  for (let change = 0; change < 3; change++) tell();
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(1);
  tell();
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("who has left hears nothing more", () => {
  const listener = vi.fn();
  const leave = subscribe(listener);
  tell();
  leave();
  vi.advanceTimersByTime(10_000);
  expect(listener).not.toHaveBeenCalled();
  expect([unsubscribed, vi.getTimerCount()]).toEqual([1, 0]);
});
