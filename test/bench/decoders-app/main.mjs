/** What `npm run bench:decoders` calls in the page, as `decoders.…`: the built package and its decoders, as an app has them. */
import { createImageQueue } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { heic } from "vision-dropzone/heic";
import { pdf } from "vision-dropzone/pdf";
import { raw } from "vision-dropzone/raw";
import { tiff } from "vision-dropzone/tiff";
import { startHeartbeat } from "../page/heartbeat.mjs";

const decoders = [heic(), pdf(), tiff(), raw()];

/** From the file to blocks, `times` over in one page: how long it takes, and how long the page did not answer. */
async function run(name, times) {
  const bytes = await (await fetch(`/inputs/${name}`)).arrayBuffer();
  const runs = [];
  for (let time = 0; time < times; time += 1) {
    const queue = createImageQueue({ endpoint: anthropicMessages, decoders, timeoutMs: 120_000 });
    const file = new File([bytes], name);
    await new Promise((resolve) => void setTimeout(resolve, 250));
    const heart = startHeartbeat();
    await new Promise((resolve) => void setTimeout(resolve, 20));
    heart.reset();
    const startedAt = performance.now();
    queue.add([file]);
    const { images, rejected } = await queue.whenReady();
    const ms = performance.now() - startedAt;
    const { longestMs, at } = await heart.stop();
    const sides = images.map(({ width, height }) => `${width}x${height}`);
    runs.push({ ms, gapMs: longestMs, gapAt: at - startedAt, sides, said: rejected.map(({ error }) => error.message) });
  }
  return runs;
}

globalThis.decoders = { run };
