/** Files that must be rejected: one by one, and among others in a drop. */

const pause = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** The slowest of `times`, each a call of its own. */
export async function rejectFile({ prepareImage }, file, times) {
  let code = "prepared";
  let longestMs = 0;
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    await prepareImage(file).catch((error) => (code = error.code ?? String(error)));
    longestMs = Math.max(longestMs, performance.now() - startedAt);
  }
  return { code, ms: longestMs };
}

/** All in one drop: for each file what became of it, and how long it was at work, as the queue's own news tell. */
export async function drop({ createImageQueue }, endpoint, files) {
  const begun = new Map();
  const ended = new Map();
  const note = ({ items }) => {
    const now = performance.now();
    for (const { id, status } of items) {
      if (status === "working" && !begun.has(id)) begun.set(id, now);
      if ((status === "ready" || status === "rejected") && !ended.has(id)) ended.set(id, now);
    }
  };
  // No limit of count or bytes: the queue itself is looked at.
  const queue = createImageQueue({
    endpoint: { ...endpoint, caps: { mediaTypes: endpoint.caps.mediaTypes } },
    onChange: note,
  });
  const startedAt = performance.now();
  const ids = queue.add(files);
  await queue.whenReady();
  const ms = performance.now() - startedAt;
  await pause(0);
  const { items } = queue.getSnapshot();
  queue.clear();
  return {
    ms,
    files: ids.map((id, index) => ({
      status: items[index].status,
      ms: (ended.get(id) ?? Number.NaN) - (begun.get(id) ?? startedAt),
    })),
  };
}
