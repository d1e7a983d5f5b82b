/** What the bench calls in the page, as `bench.…`. */
import { startHeartbeat } from "./heartbeat.mjs";
import { ownCopy } from "./own-copy.mjs";
import { runQueue } from "./queue.mjs";
import { runRefit } from "./refit.mjs";
import { drop, rejectFile } from "./rejections.mjs";
import { holdResults } from "./results-alone.mjs";

/** Ends a hang; the slowest real answer takes a tenth of it. */
const PATIENCE_MS = 90_000;

/** For what the turn before left behind: workers that end, garbage. */
const SETTLE_MS = 250;

const modules = new Map();
const files = new Map();
let turn = 0;

const pause = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * `inputs`: { file, url, mediaType, target }. Their bytes are there once for all turns: megabytes made anew for each
 * would have their garbage collected in the middle of somebody's measurement.
 */
async function load(inputs) {
  for (const { file, url, mediaType } of inputs) {
    if (!files.has(file))
      files.set(file, new File([await (await fetch(url)).arrayBuffer()], file, { type: mediaType }));
  }
}

function forget() {
  files.clear();
}

async function add(name, url) {
  modules.set(name, await import(url));
}

/** Whatever the module offers to be ready before the first image. */
async function warm(name) {
  const { preload } = modules.get(name);
  if (typeof preload !== "function") return false;
  await preload();
  return true;
}

const optionsFor = ({ target }) => ({
  box: { width: 1280, height: 960 },
  quality: 0.85,
  mediaType: "image/jpeg",
  target,
});

function inTime(work, images = 20) {
  const patienceMs = PATIENCE_MS * Math.max(1, images / 20);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs / 1000} s.`)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const fileOf = ({ file }, unlike) => (unlike ? ownCopy(files.get(file), ++turn) : files.get(file));

/** All of `inputs` handed over at once, `times` over; what comes back is looked at and let go. `unlike`: in bytes not seen before. */
async function run(name, inputs, { times = 1, keep = false, unlike = false } = {}) {
  const { prepareImage } = modules.get(name);
  const jobs = Array.from({ length: times }, () =>
    inputs.map((input) => [fileOf(input, unlike), optionsFor(input)]),
  ).flat();
  await pause(SETTLE_MS);
  const heart = startHeartbeat();
  await pause(20);
  heart.reset();
  const startedAt = performance.now();
  const look = ({ base64, width, height, bytes, engine }) => ({
    width,
    height,
    bytes,
    backend: engine,
    jpeg: base64.startsWith("/9j/"),
    ...(keep && { base64 }),
  });
  let outputs;
  try {
    outputs = await inTime(
      Promise.all(jobs.map(([file, options]) => prepareImage(file, options).then(look))),
      jobs.length,
    );
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
  const many = Array.from({ length: count }, (_, index) => files.get(inputs[index % inputs.length].file));
  await pause(SETTLE_MS);
  return inTime(runQueue({ createImageQueue, endpoint: anthropicMessages, files: many }), count);
}

/** As `queue`, then made to fit. */
async function refit(name, endpointsUrl, inputs, count, history) {
  const { createImageQueue } = modules.get(name);
  const { anthropicMessages } = await import(endpointsUrl);
  const many = Array.from({ length: count }, (_, index) => files.get(inputs[index % inputs.length].file));
  await pause(SETTLE_MS);
  return inTime(runRefit({ createImageQueue, endpoint: anthropicMessages, files: many, history }), count);
}

globalThis.bench = {
  add,
  /** `names` in one drop. */
  drop: async (name, endpointsUrl, names) =>
    inTime(
      drop(
        modules.get(name),
        (await import(endpointsUrl)).anthropicMessages,
        names.map((file) => files.get(file)),
      ),
      names.length,
    ),
  forget,
  holdResults,
  load,
  queue,
  refit,
  rejectFile: (name, file, times) => inTime(rejectFile(modules.get(name), files.get(file), times), times),
  run,
  warm,
};
