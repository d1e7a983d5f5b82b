import { expect, onTestFinished, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { pdf } from "vision-dropzone/pdf";
import { pdfFile } from "../fixtures/bytes/pdf.js";

test("pdf: the built PDF decoder starts the worker that lies beside it, which finds the WASM", async () => {
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
  const image = await prepareImage(pdfFile(), { decoders: [pdf()], timeoutMs: 60_000 });
  expect([image.width, image.height]).toEqual([666, 500]);
  expect(urls.some((url) => url.includes("pdf-worker.js"))).toBe(true);
});
