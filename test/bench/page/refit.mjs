/** Many photos through the package's own queue, and then made to fit. */

/** Resolves as soon as nothing is under way. */
function settled(queue) {
  return new Promise((resolve) => {
    const look = () => {
      const { status } = queue.getSnapshot();
      if (status === "working") return;
      unsubscribe();
      resolve(queue.getSnapshot());
    };
    const unsubscribe = queue.subscribe(look);
    look();
  });
}

const imagesOf = ({ items }) => items.map(({ image }) => image);

/** `againMs`: from the call of `shrinkToFit` until the request fits. `history`: characters of the conversation. */
export async function runRefit({ createImageQueue, endpoint, files, history = 0 }) {
  const text = "x".repeat(history);
  const queue = createImageQueue({
    endpoint,
    request: (blocks) => ({ messages: [{ role: "user", content: [{ type: "text", text }, ...blocks] }] }),
  });
  const startedAt = performance.now();
  queue.add(files);
  const first = await settled(queue);
  const firstMs = performance.now() - startedAt;
  const againAt = performance.now();
  queue.shrinkToFit();
  const again = await settled(queue);
  const againMs = performance.now() - againAt;
  const before = new Map(imagesOf(first).map((image) => [image.id, image]));
  const shrunk = imagesOf(again).filter((image) => image !== before.get(image.id));
  queue.clear();
  return {
    firstMs,
    againMs,
    firstBytes: first.estimate.bytes,
    againBytes: again.estimate.bytes,
    cap: again.estimate.cap,
    status: again.status,
    shrunk: shrunk.length,
  };
}
