/** Work counted, not timed. */
import { expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueueOptions } from "../../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import { heldEngine } from "../../fixtures/held-engine.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const turn = () => new Promise((resolve) => setTimeout(resolve));

function counting(more: Partial<ImageQueueOptions<AnthropicImageBlock>> = {}) {
  const request = vi.fn((blocks: AnthropicImageBlock[]) => ({ blocks }));
  const options: ImageQueueOptions<AnthropicImageBlock> = { endpoint: anthropicMessages, request, ...more };
  return { queue: createQueue<AnthropicImageBlock>(heldEngine(), options), request, options };
}

it("the request is measured once a turn, whatever happens in it", async () => {
  const small = await imageFile({ width: 40, height: 30 });
  const { queue, request } = counting();
  await turn();
  request.mockClear();
  for (let drop = 0; drop < 50; drop += 1) queue.add([small]);
  await Promise.resolve();
  expect(request).toHaveBeenCalledTimes(1);
});

it("a burst of upload progress is one measurement, too", async () => {
  const small = await imageFile({ width: 40, height: 30 });
  let report: (fraction: number) => void = () => {};
  const { queue, request } = counting({
    relocation: "files",
    uploadFile(_, { onProgress }) {
      report = onProgress;
      return new Promise(() => {});
    },
  });
  queue.add([small]);
  await vi.waitFor(() => expect(queue.getSnapshot().items[0]).toMatchObject({ status: "ready", upload: { status: "uploading" } }));
  await turn();
  request.mockClear();
  for (let percent = 1; percent <= 100; percent += 1) report(percent / 100);
  await Promise.resolve();
  expect(queue.getSnapshot().items[0]).toMatchObject({ upload: { status: "uploading", fraction: 1 } });
  expect(request).toHaveBeenCalledTimes(1);
});

it("options that are the same again cost nothing", async () => {
  const { queue, request, options } = counting();
  queue.add([await imageFile({ width: 40, height: 30 })]);
  await queue.whenReady();
  await turn();
  const before = queue.getSnapshot();
  request.mockClear();
  queue.setOptions({ ...options });
  await turn();
  expect(queue.getSnapshot()).toBe(before);
  expect(request).not.toHaveBeenCalled();
});
