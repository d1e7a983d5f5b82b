import { expect, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import workerUrl from "vision-dropzone/worker?url";

let started = 0;
/** Each written out: the same text would share its workers. */
const WAYS = {
  classic: () => new Worker((started++, workerUrl)),
  module: () => new Worker((started++, workerUrl), { type: "module" }),
};

test.each(["classic", "module"] as const)(
  "T30: worker.js answers as a %s worker of its own, for a strict CSP",
  async (type) => {
    started = 0;
    const createWorker = WAYS[type];
    const canvas = new OffscreenCanvas(1600, 1600);
    canvas.getContext("2d")?.fillRect(0, 0, 1600, 1600);
    const image = await prepareImage(await canvas.convertToBlob({ type: "image/png" }), { createWorker });

    expect(started).toBeGreaterThan(0);
    expect(image.engine).toMatch(/^worker:/);
    expect([image.width, image.height]).toEqual([960, 960]);
  },
);
