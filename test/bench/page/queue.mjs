/** Many images through the package's own queue. */
import { startHeartbeat } from "./heartbeat.mjs";

export async function runQueue({ createImageQueue, endpoint, files }) {
  // No limit of count or bytes: the queue itself is measured.
  const queue = createImageQueue({ endpoint: { ...endpoint, caps: { mediaTypes: endpoint.caps.mediaTypes } } });
  const heart = startHeartbeat();
  const startedAt = performance.now();
  queue.add(files);
  const { images, rejected } = await queue.whenReady();
  const ms = performance.now() - startedAt;
  const { longestMs } = await heart.stop();
  queue.clear();
  return { ms, gapMs: longestMs, images: images.length, rejected: rejected.length };
}
