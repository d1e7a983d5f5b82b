import { expect, onTestFinished, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";

/** What `npm test` built, by the package's own name: `exports` are really used, and the worker really travels as text. */

async function picture(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no 2D context.");
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, "#123456");
  gradient.addColorStop(1, "#fedcba");
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob({ type: "image/png" })], "gradient.png", { type: "image/png" });
}

/** Every URL a worker is started with from now on. Watches the real constructor; replaces nothing else. */
function watchWorkers(): string[] {
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
  return urls;
}

test("T29: the built core turns 2000x1500 into a 1280x960 JPEG in a worker inlined as a blob", async () => {
  const workers = watchWorkers();

  const image = await prepareImage(await picture(2000, 1500), { endpoint: anthropicMessages });

  expect({ width: image.width, height: image.height, mediaType: image.mediaType }).toEqual({
    width: 1280,
    height: 960,
    mediaType: "image/jpeg",
  });
  const decoded = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${image.base64}`)).blob());
  expect([decoded.width, decoded.height]).toEqual([1280, 960]);
  expect(image.engine).toMatch(/^worker:/);
  expect(workers.length).toBeGreaterThan(0);
  expect(workers.every((url) => url.startsWith("blob:"))).toBe(true);
});
