/** The worker: says hello, then answers one message a job. Everything of substance is in `encode.ts`. */
import { canDrawOffscreen } from "./canvas.js";
import { encodeImage } from "./encode.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";
import { imageBitmap } from "./strategies/image-bitmap.js";

const say = (message: FromWorker): void => self.postMessage(message);

self.addEventListener("message", ({ data }) => {
  const message = readMessage<ToWorker>(data, ["encode"]);
  if (message) void answer(message);
});
say({ type: "hello", able: canDrawOffscreen() && typeof createImageBitmap === "function" });

async function answer({ id, job }: ToWorker): Promise<void> {
  const onDecoded = () => say({ type: "decoded", id });
  say({ type: "done", id, outcome: await encodeImage(job, { strategy: imageBitmap, place: "worker", onDecoded }) });
}
