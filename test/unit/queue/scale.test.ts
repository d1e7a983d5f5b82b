/** Work counted, not timed. */
import { expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueueOptions } from "../../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import { heldPool } from "../../fixtures/held-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { someTasks } from "../../fixtures/some-tasks.js";

function counting(more: Partial<ImageQueueOptions<AnthropicImageBlock>> = {}) {
  const request = vi.fn((blocks: AnthropicImageBlock[]) => ({ blocks }));
  const options: ImageQueueOptions<AnthropicImageBlock> = { endpoint: anthropicMessages, request, ...more };
  return { queue: createQueue<AnthropicImageBlock>(heldPool(), options), request, options };
}

it("scale: the request is measured once per task, whatever happens in it", async () => {
  const small = await imageFile({ width: 40, height: 30 });
  const { queue, request } = counting();
  await someTasks();
  request.mockClear();
  for (let drop = 0; drop < 50; drop += 1) queue.add([small]);
  await Promise.resolve();
  expect(request).toHaveBeenCalledTimes(1);
});

it("scale: a burst of upload progress is one measurement, too", async () => {
  const small = await imageFile({ width: 40, height: 30 });
  let report: ((fraction: number) => void) | undefined;
  const { queue, request } = counting({
    relocation: "files",
    uploadFile(_, { onProgress }) {
      report = onProgress;
      return new Promise(() => {});
    },
  });
  queue.add([small]);
  await vi.waitFor(() =>
    expect(queue.getSnapshot().items[0]).toMatchObject({ status: "ready", upload: { status: "uploading" } }),
  );
  // What uploads is loaded first.
  await vi.waitFor(() => expect(report).toBeDefined());
  await someTasks();
  request.mockClear();
  for (let percent = 1; percent <= 100; percent += 1) report!(percent / 100);
  await Promise.resolve();
  expect(queue.getSnapshot().items[0]).toMatchObject({ upload: { status: "uploading", fraction: 1 } });
  expect(request).toHaveBeenCalledTimes(1);
});

it("options: callbacks and objects that are written inline cost nothing, and the last callbacks are called", async () => {
  const small = await imageFile({ width: 40, height: 30 });
  const inline = () => ({
    box: { width: 64, height: 64 },
    limits: { minEdge: 2 },
    decoders: [],
    compress: undefined,
    onChange: vi.fn(),
  });
  const { queue, request, options } = counting(inline());
  queue.add([small]);
  await queue.whenReady();
  await someTasks();
  request.mockClear();
  const last = inline();
  queue.setOptions({ ...options, ...last });
  await someTasks();
  expect(request).not.toHaveBeenCalled();
  queue.add([small]);
  await queue.whenReady();
  await vi.waitFor(() => expect(last.onChange).toHaveBeenCalled());
});

it("options: another box, another limit or a callback where there was none are taken", async () => {
  const { queue, request, options } = counting();
  queue.add([await imageFile({ width: 40, height: 30 })]);
  await queue.whenReady();
  await someTasks();
  const changes: Partial<ImageQueueOptions<AnthropicImageBlock>>[] = [
    { box: { width: 20, height: 20 } },
    { limits: { minEdge: 2 } },
    { onReady: () => {} },
    { maxRequestBytes: 9 },
  ];
  for (const change of changes) {
    request.mockClear();
    queue.setOptions({ ...options, ...change });
    await someTasks();
    expect(request, JSON.stringify(change)).toHaveBeenCalled();
  }
});

it("scale: an owner that writes request and endpoint inline: one measurement for the change, one for the render after it, and the same blocks", async () => {
  const { queue, request, options } = counting();
  const wireBytes = () => () => undefined;
  const render = () =>
    queue.setOptions({
      ...options,
      endpoint: { ...anthropicMessages, wireBytes: wireBytes() },
      request: (blocks) => request(blocks),
    });
  render();
  const listener = vi.fn(() => {
    // Else the test would hang with the loop that it is about.
    if (listener.mock.calls.length < 60) render();
  });
  queue.subscribe(listener);
  queue.add([await imageFile({ width: 40, height: 30 })]);
  const { blocks } = await queue.whenReady();
  await someTasks();
  request.mockClear();
  listener.mockClear();
  render();
  await someTasks();
  expect(request).toHaveBeenCalledTimes(1);
  expect(listener).not.toHaveBeenCalled();
  queue.setOptions({
    ...options,
    endpoint: { ...anthropicMessages, wireBytes: wireBytes() },
    request: (given) => [request(given), "longer"],
  });
  await someTasks();
  await someTasks();
  expect(listener).toHaveBeenCalledTimes(2);
  expect(queue.getSnapshot().ready!.blocks[0]).toBe(blocks[0]);
});

it("scale: options that are the same again cost nothing", async () => {
  const { queue, request, options } = counting();
  queue.add([await imageFile({ width: 40, height: 30 })]);
  await queue.whenReady();
  await someTasks();
  const before = queue.getSnapshot();
  request.mockClear();
  queue.setOptions({ ...options });
  await someTasks();
  expect(queue.getSnapshot()).toBe(before);
  expect(request).not.toHaveBeenCalled();
});
