/** What the bench calls in the page, as `bench.…`. */
import { startHeartbeat } from "./heartbeat.mjs";
import { runQueue } from "./queue.mjs";

/** Ends a hang; the slowest honest answer takes a tenth of it. */
const PATIENCE_MS = 90_000;

const modules = new Map();
const bytesOf = new Map();
let held;

const pause = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** `inputs`: { file, url, mediaType, target }. Fetched once; each run makes Files of its own, so that nothing is cached. */
async function load(inputs) {
  for (const { file, url } of inputs) if (!bytesOf.has(file)) bytesOf.set(file, await (await fetch(url)).arrayBuffer());
}

function forget() {
  bytesOf.clear();
  held = undefined;
}

const fileFrom = ({ file, mediaType }) => new File([bytesOf.get(file)], file, { type: mediaType });

/** Makes the Files ahead, so that what they hold themselves is not taken for what the work costs. */
async function hold(inputs) {
  await load(inputs);
  held = inputs.map(fileFrom);
  bytesOf.clear();
}

async function add(name, url) {
  modules.set(name, await import(url));
}

/** Whatever the module offers to be ready before the first image. */
async function warm(name) {
  const { preload } = modules.get(name);
  if (typeof preload !== "function") return false;
  await preload();
  await pause(1_000);
  return true;
}

const optionsFor = ({ target }) => ({ box: { width: 1280, height: 960 }, quality: 0.85, mediaType: "image/jpeg", target });

function inTime(work, images = 20) {
  const patienceMs = PATIENCE_MS * Math.max(1, images / 20);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs / 1000} s.`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** All of `inputs` handed over at once, `times` over; what comes back is looked at and let go. */
async function run(name, inputs, { times = 1, keep = false } = {}) {
  const { prepareImage } = modules.get(name);
  const files = held ?? inputs.map(fileFrom);
  const jobs = Array.from({ length: times }, () => inputs.map((input, index) => [files[index], optionsFor(input)])).flat();
  await pause(100);
  const heart = startHeartbeat();
  await pause(20);
  heart.reset();
  const startedAt = performance.now();
  const look = ({ base64, width, height, bytes, engine }) => ({ width, height, bytes, engine, jpeg: base64.startsWith("/9j/"), ...(keep && { base64 }) });
  let outputs;
  try {
    outputs = await inTime(Promise.all(jobs.map(([file, options]) => prepareImage(file, options).then(look))), jobs.length);
  } catch (error) {
    await heart.stop();
    return { error: String(error?.message ?? error) };
  }
  const ms = performance.now() - startedAt;
  const { longestMs } = await heart.stop();
  return { ms, gapMs: longestMs, outputs };
}

/** `count` images, the inputs in turns, through the module's queue; undefined where it has none. */
async function queue(name, endpointsUrl, inputs, count) {
  const { createImageQueue } = modules.get(name);
  if (typeof createImageQueue !== "function") return undefined;
  const { anthropicMessages } = await import(endpointsUrl);
  const files = Array.from({ length: count }, (_, index) => fileFrom(inputs[index % inputs.length]));
  await pause(100);
  return inTime(runQueue({ createImageQueue, endpoint: anthropicMessages, files }), count);
}

globalThis.bench = { add, forget, hold, load, queue, run, warm };
