import { expect, onTestFinished, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { heic } from "vision-dropzone/heic";
import { heicFile } from "../fixtures/bytes/heic.js";

test("heic: the built HEIC decoder starts the worker that lies beside it", async () => {
  const urls: string[] = [];
  const RealWorker = globalThis.Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      urls.push(String(url));
    }
  };
  onTestFinished(() => {
    globalThis.Worker = RealWorker;
  });
  const image = await prepareImage(heicFile("plain"), { decoders: [heic()], timeoutMs: 60_000 });
  expect([image.width, image.height]).toEqual([160, 120]);
  expect(urls.some((url) => url.includes("heic-worker.js"))).toBe(true);
});
