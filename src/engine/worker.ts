/** The worker: says hello, then answers one message a job. Everything of substance is in `encode.ts`. */
import { canDrawOffscreen } from "./canvas.js";
import { capabilities } from "./capabilities.js";
import { encodeImage } from "./encode.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";
import { loadKernel } from "./resample/load-kernel.js";
import { IN_WORKER } from "./strategies/in-worker.js";
import { createPractice } from "./warm-up.js";

const say = (message: FromWorker, moved: Transferable[] = []): void => self.postMessage(message, { transfer: moved });
const practice = createPractice();

self.addEventListener("message", ({ data }) => {
  const message = readMessage<ToWorker>(data, ["encode", "warm"]);
  if (message?.type === "warm") practice.begin();
  else if (message) void answer(message);
});
say({ type: "hello", able: canDrawOffscreen() && typeof createImageBitmap === "function" });
// Every picture needs both. Begun at once, so that the first one need not wait for it. They never reject.
void capabilities();
void loadKernel();

async function answer({ id, job }: Extract<ToWorker, { type: "encode" }>): Promise<void> {
  await practice.end();
  let stuck = false;
  const outcome = await encodeImage(job, {
    strategies: IN_WORKER,
    place: "worker",
    onStep: () => say({ type: "step", id }),
    onStuck: () => (stuck = true),
  });
  // Moved, not copied, where there are any.
  const moved = outcome.status === "encoded" ? [outcome.bytes.buffer] : [];
  say({ type: "done", id, outcome, stuck }, moved);
}
