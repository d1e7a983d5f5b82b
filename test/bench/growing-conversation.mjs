/**
 * What a keystroke costs while the conversation grows: `npm run bench:meter`. Measures the built package in Node, beside the
 * obvious way (`JSON.stringify(body).length` and a TextEncoder), as medians and as a ratio in the same run.
 */
import { projectFolder } from "./cache.mjs";

// By path: the bench's folder is a package of its own, in which Node does not find ours by its name.
const { createImageQueue } = await import(`${projectFolder}dist/core.js`);
const { anthropicMessages } = await import(`${projectFolder}dist/endpoints.js`);

const IMAGE_CHARACTERS = 300_000;
const KEYSTROKES = 41;

/** Earlier turns as an app keeps them: each with an image of its own and some text. */
function history(megabytes) {
  const count = Math.round((megabytes * 1e6) / IMAGE_CHARACTERS);
  return Array.from({ length: count }, (_, index) => {
    const data = Buffer.from(`image ${index}`.padEnd(IMAGE_CHARACTERS * 0.75, "é"))
      .toString("base64")
      .slice(0, IMAGE_CHARACTERS);
    const image = { type: "image", source: { type: "base64", media_type: "image/jpeg", data } };
    return { role: "user", content: [image, { type: "text", text: `What is in picture ${index}?` }] };
  });
}

function median(work) {
  const times = Array.from({ length: KEYSTROKES }, (_, index) => {
    const startedAt = performance.now();
    work(index);
    return performance.now() - startedAt;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(KEYSTROKES / 2)];
}

const rows = [0, 10, 30].map((megabytes) => {
  const earlier = history(megabytes);
  const body = (blocks, text) => ({
    model: "m",
    max_tokens: 1024,
    messages: [...earlier, { role: "user", content: [...blocks, { type: "text", text }] }],
  });
  const options = (text) => ({ endpoint: anthropicMessages, request: (blocks) => body(blocks, text) });
  const queue = createImageQueue(options(""));
  const encoder = new TextEncoder();
  let bytes = 0;
  const ours = median((index) => {
    queue.setOptions(options("x".repeat(index)));
    bytes = queue.getSnapshot().estimate.bytes;
  });
  const naive = median((index) => encoder.encode(JSON.stringify(body([], "x".repeat(index)))).length);
  const right = encoder.encode(JSON.stringify(body([], "x".repeat(KEYSTROKES - 1)))).length === bytes;
  if (!right) throw new Error("the meter's figure is wrong");
  return {
    "history MB": megabytes,
    "keystroke ms": ours.toFixed(2),
    "stringify ms": naive.toFixed(2),
    ratio: (ours / naive).toFixed(4),
  };
});
console.table(rows);
