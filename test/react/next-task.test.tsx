import { waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { heldPool } from "../fixtures/held-pool.js";
import { type Block, items, mount, notImage } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

/** Messages and timers are in no order in Node: long enough for a message in any case. */
const task = () => new Promise((resolve) => setTimeout(resolve, 20));

test("next task: a file that cannot be read just now is in the list all the same", async () => {
  stage.pool = heldPool();
  const { handle } = mount();
  const silent = new File([new Uint8Array(9)], "cloud.jpg", { type: "image/jpeg" });
  vi.spyOn(silent, "slice").mockReturnValue(
    Object.assign(new Blob(), { arrayBuffer: () => new Promise<never>(() => {}) }),
  );
  handle.current!.add([silent]);
  await waitFor(() => expect(items()).toHaveLength(1));
});

test("next task: the list is drawn in another task than the one in which an image was added", async () => {
  stage.pool = heldPool();
  const { handle } = mount();
  handle.current!.add([notImage]);
  for (let ticks = 0; ticks < 20; ticks++) await Promise.resolve();
  expect(items()).toEqual([]);
  await waitFor(() => expect(items()).toHaveLength(1));
});

test("next task: a clock that a test holds does not hold the list", async () => {
  stage.pool = heldPool();
  const { handle } = mount();
  vi.useFakeTimers();
  try {
    handle.current!.add([notImage]);
    await vi.waitFor(() => expect(items()).toHaveLength(1));
  } finally {
    vi.useRealTimers();
  }
});

test("next task: a conversation that grew is measured in another task than the one in which the app was drawn", async () => {
  stage.pool = heldPool();
  const { update } = mount();
  await task();
  const request = vi.fn((blocks: readonly Block[]) => ({ messages: [{ role: "user", content: blocks }] }));
  update({ request });
  for (let ticks = 0; ticks < 20; ticks++) await Promise.resolve();
  expect(request).not.toHaveBeenCalled();
  await task();
  expect(request).toHaveBeenCalledOnce();
});

test("next task: a snapshot read before then has the current conversation", async () => {
  stage.pool = heldPool();
  const { handle, update } = mount();
  await task();
  update({ maxRequestBytes: 10 });
  await expect(handle.current!.whenReady()).rejects.toMatchObject({ code: "request-too-large", limit: 10 });
});

test("next task: renders in between show the newest state", async () => {
  stage.pool = heldPool();
  const { handle, update } = mount();
  handle.current!.add([notImage]);
  update({ className: "other" });
  expect(items()).toHaveLength(1);
});
