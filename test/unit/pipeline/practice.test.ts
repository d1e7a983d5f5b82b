import { expect, test, vi } from "vitest";
import { practise } from "../../../src/pipeline/practice.js";

const turn = () => new Promise((resolve) => void setImmediate(resolve));

test("goes through a picture of its own once: both ends are read, and nothing is heard of it", async () => {
  const slices = vi.spyOn(Blob.prototype, "slice");
  const text = vi.spyOn(globalThis, "btoa");
  practise();
  await vi.waitFor(() => expect(text).toHaveBeenCalled());
  expect(slices.mock.calls.slice(0, 2).map(([start]) => start)).toEqual([0, expect.any(Number)]);
  slices.mockClear();
  practise();
  await turn();
  expect(slices).not.toHaveBeenCalled();
});
