import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<string>(() => {});

test("loadPart: a part that never comes is an error after a minute, and no timer is left", async () => {
  const { loadPart } = await import("../../../src/shared/load-part.js");
  expect(await loadPart(async () => "part")).toBe("part");
  const controller = new AbortController();
  const aborted = loadPart(never, controller.signal).catch((cause: unknown) => cause);
  controller.abort();
  expect(await aborted).toMatchObject({ name: "AbortError" });
  expect(vi.getTimerCount()).toBe(0);
  const loading = loadPart(never).catch((cause: unknown) => cause);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await loading).toMatchObject({
    code: "image-unencodable",
    message: expect.stringMatching(/^A part of the app could not be loaded/) as string,
  });
});

test("loadPart: after a loader threw, the same part has a time limit of 3 seconds", async () => {
  const { loadPart } = await import("../../../src/shared/load-part.js");
  const throwing = () => {
    throw new TypeError("script.src");
  };
  await expect(loadPart(throwing)).rejects.toThrow("script.src");
  const loading = loadPart(never).catch((cause: unknown) => cause);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await loading).toMatchObject({ code: "image-unencodable" });
});
