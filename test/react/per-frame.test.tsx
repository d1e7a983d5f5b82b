import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { perFrame } from "../../src/react/per-frame.js";

const FRAME_MS = 16;
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

test("any number of changes is told of once, in the next frame, and the next change in the one after", () => {
  const listener = vi.fn();
  subscribe(listener);
  for (let change = 0; change < 20; change++) tell();
  expect(listener).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(FRAME_MS);
  expect(listener).toHaveBeenCalledTimes(1);
  tell();
  vi.advanceTimersByTime(FRAME_MS);
  expect(listener).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("a file that is just being opened has one frame more, and no third", () => {
  const listener = vi.fn();
  subscribe(listener);
  beginning = true;
  tell();
  vi.advanceTimersByTime(FRAME_MS);
  expect(listener).toHaveBeenCalledTimes(0);
  tell();
  vi.advanceTimersByTime(FRAME_MS);
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
