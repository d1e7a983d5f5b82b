/** The worker: says hello, then answers one message a job. Everything of substance is in `encode.ts`. */
import { canDrawOffscreen } from "../pixels/canvas.js";
import { encodeImage } from "../pixels/encode.js";
import { WORKER_HOOKS } from "./in-worker.js";
import { type FromWorker, readMessage, type ToWorker } from "./protocol.js";
import { createRehearsal } from "./rehearsal.js";

const say = (message: FromWorker, moved: Transferable[] = []): void => self.postMessage(message, { transfer: moved });
const rehearsal = createRehearsal();

self.addEventListener("message", ({ data }) => {
  const message = readMessage<ToWorker>(data, ["encode", "rehearse"]);
  if (message?.type === "rehearse") rehearsal.begin();
  else if (message) void answer(message);
});
say({ type: "hello", able: canDrawOffscreen() && typeof createImageBitmap === "function" });

async function answer({ id, job }: Extract<ToWorker, { type: "encode" }>): Promise<void> {
  await rehearsal.end();
  let stuck = false;
  const outcome = await encodeImage(job, {
    ...WORKER_HOOKS,
    onStep: () => say({ type: "step", id }),
    onStuck: () => (stuck = true),
  });
  // Moved, not copied, where there are any.
  const moved = outcome.status === "encoded" ? [outcome.bytes.buffer] : [];
  say({ type: "done", id, outcome, stuck }, moved);
}
