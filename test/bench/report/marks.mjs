/** What is to be reached, as data. `actual` is read from the JSON; undefined where it was not measured. */
import { OURS, PEERS } from "../contestants/contestants.mjs";
import { SINGLES } from "../inputs/inputs.mjs";
import { median } from "../statistics.mjs";
import { engineResults, medianOf, quotient, ratio, turns } from "./figures.mjs";

const against = (engine, part, key, peer, limit) => ({
  engine,
  text: `${key === undefined ? "batch of 20" : SINGLES[key].label} / ${PEERS[peer].label}`,
  limit,
  actual: (all) => ratio(turns(all, part, engine, key), peer),
});

const everyFile = (engine, peer, limit) =>
  Object.keys(SINGLES).map((key) => against(engine, "single", key, peer, limit));

const gap = (engine, limit) => ({
  engine,
  text: "longest main-thread gap during the batch, ms",
  limit,
  actual: (all) => medianOf(turns(all, "batch", engine), OURS, "gapMs"),
});

const memory = (engine) => [
  {
    engine,
    text: "memory: peak growth of the batch / browser-image-compression, worker",
    limit: 0.1,
    actual: (all) =>
      quotient(
        medianOf(engineResults(all, "memory", engine)?.batch, OURS, "growthMB"),
        medianOf(engineResults(all, "memory", engine)?.batch, "bic-worker", "growthMB"),
      ),
  },
  {
    engine,
    text: "memory: the whole browser's peak, 100 photos of 12 MP / 20",
    // As for its end: within 15 %.
    limit: 1.15,
    actual: (all) =>
      quotient(
        medianOf(engineResults(all, "memory", engine)?.hundred, OURS, "peakMB"),
        medianOf(engineResults(all, "memory", engine)?.twenty, OURS, "peakMB"),
      ),
  },
  {
    engine,
    text: "memory: growth to that peak less the results, 100 / 20",
    // What is in flight, without what the results weigh alone in this browser: those are more the more photos there are.
    limit: 1.15,
    actual: (all) => {
      const own = (group) =>
        medianOf(engineResults(all, "memory", engine)?.[group], OURS, "growthMB") -
        medianOf(engineResults(all, "memory", engine)?.[group], OURS, "resultsMB");
      const measured = own("hundred") / own("twenty");
      return Number.isNaN(measured) ? undefined : measured;
    },
  },
  {
    engine,
    text: "memory: after the workers' idle end / before the batch",
    limit: 1.15,
    actual: (all) =>
      quotient(
        medianOf(engineResults(all, "memory", engine)?.batch, OURS, "endMB"),
        medianOf(engineResults(all, "memory", engine)?.batch, OURS, "startMB"),
      ),
  },
];

const scale = (engine) => ({
  engine,
  text: "queue: time per image, 500 images / 10 images",
  // Flat, to within what two runs of the same thing differ by.
  limit: 1.15,
  actual: (all) =>
    quotient(
      medianOf(engineResults(all, "scale", engine)?.[OURS], 500, "msPerImage"),
      medianOf(engineResults(all, "scale", engine)?.[OURS], 10, "msPerImage"),
    ),
});

const STEPS = {
  add: "adding the 500th image",
  remove: "removing one of 500",
  keystroke: "a keystroke with 500 images and 30 MB of history",
};

const steps = (engine) =>
  Object.entries(STEPS).map(([action, text]) => ({
    engine,
    text: `longest main-thread step, ${text}, ms`,
    // One frame at 60 Hz.
    limit: 16,
    actual: (all) => {
      const measured = engineResults(all, "list", engine)?.[action];
      return measured && median(measured);
    },
  }));

const first = (engine, way, text) => ({
  engine,
  text,
  limit: 1.5,
  actual: (all) => {
    const times = engineResults(all, "first", engine)?.[OURS]?.[way];
    return times && median(times.firstMs) / median(times.tenthMs);
  },
});

const native = (engine, group, threads, limit, text) => ({
  engine,
  text,
  limit,
  actual: (all) => {
    const results = engineResults(all, "native", engine)?.[group];
    return results && (median(results[OURS]) * threads) / median(results.nativeMs);
  },
});

const inEveryEngine = ["chromium", "firefox", "webkit"].flatMap((engine) => [
  ...memory(engine),
  scale(engine),
  ...steps(engine),
  first(engine, "warmed", "first image after preload / tenth"),
  first(engine, "dragged", "first image after a drag over the component / tenth"),
]);

const MARKS = [
  against("chromium", "batch", undefined, "bic-worker", 0.22),
  against("chromium", "batch", undefined, "compressorjs", 0.35),
  against("chromium", "batch", undefined, "pica", 0.12),
  against("chromium", "batch", undefined, "bare-canvas", 0.5),
  against("chromium", "single", "jpeg-12", "bic-worker", 0.35),
  against("chromium", "single", "jpeg-12", "bare-canvas", 1.15),
  ...everyFile("chromium", "worker-canvas", 1.1),
  against("firefox", "batch", undefined, "bic-worker", 0.22),
  against("firefox", "single", "png", "worker-canvas", 1.3),
  ...everyFile("firefox", "bic-worker", 1.1),
  against("webkit", "batch", undefined, "bic-worker", 0.22),
  against("webkit", "single", "png", "worker-canvas", 1.3),
  ...everyFile("webkit", "bic-worker", 1.1),
  gap("chromium", 12),
  gap("firefox", 12),
  gap("webkit", 12),
  ...inEveryEngine,
  native("chromium", "single", 1, 1.15, "JPEG 12 MP / native, one thread"),
  native("chromium", "batch", 2, 1.3, "batch of 20 / native, two threads at their best"),
];

/** Every mark with its figure and "reached", "not reached" or "not measured". */
export function judge(all) {
  return MARKS.map(({ actual, ...mark }) => {
    const figure = actual(all);
    const verdict = figure === undefined ? "not measured" : figure <= mark.limit ? "reached" : "not reached";
    return { ...mark, actual: figure, verdict };
  });
}
