/** What is to be reached, as data. `actual` is read from the JSON; undefined where it was not measured. */
import { OURS, PEERS } from "../contestants/contestants.mjs";
import { SINGLES } from "../inputs/inputs.mjs";
import { median } from "../statistics.mjs";
import { resultsIn, medianOf, quotient, ratio, turns } from "./figures.mjs";

const against = (browser, part, key, peer, limit) => ({
  browser,
  text: `${key === undefined ? "batch of 20" : SINGLES[key].label} / ${PEERS[peer].label}`,
  limit,
  actual: (all) => ratio(turns(all, part, browser, key), peer),
});

const everyFile = (browser, peer, limit) =>
  Object.keys(SINGLES).map((key) => against(browser, "single", key, peer, limit));

const gap = (browser, limit) => ({
  browser,
  text: "longest main-thread gap during the batch, ms",
  limit,
  actual: (all) => medianOf(turns(all, "batch", browser), OURS, "gapMs"),
});

const memory = (browser) => [
  {
    browser,
    text: "memory: peak growth of the batch / browser-image-compression, worker",
    limit: 0.1,
    actual: (all) =>
      quotient(
        medianOf(resultsIn(all, "memory", browser)?.batch, OURS, "growthMB"),
        medianOf(resultsIn(all, "memory", browser)?.batch, "bic-worker", "growthMB"),
      ),
  },
  {
    browser,
    text: "memory: the whole browser's peak, 100 photos of 12 MP / 20",
    // As for its end: within 15 %.
    limit: 1.15,
    actual: (all) =>
      quotient(
        medianOf(resultsIn(all, "memory", browser)?.hundred, OURS, "peakMB"),
        medianOf(resultsIn(all, "memory", browser)?.twenty, OURS, "peakMB"),
      ),
  },
  {
    browser,
    text: "memory: growth to that peak less the results, 100 / 20",
    // What is in flight, without what the results weigh alone in this browser: those are more the more photos there are.
    limit: 1.15,
    actual: (all) => {
      const own = (group) =>
        medianOf(resultsIn(all, "memory", browser)?.[group], OURS, "growthMB") -
        medianOf(resultsIn(all, "memory", browser)?.[group], OURS, "resultsMB");
      const measured = own("hundred") / own("twenty");
      return Number.isNaN(measured) ? undefined : measured;
    },
  },
  {
    browser,
    text: "memory: after the workers' idle end / before the batch",
    limit: 1.15,
    actual: (all) =>
      quotient(
        medianOf(resultsIn(all, "memory", browser)?.batch, OURS, "endMB"),
        medianOf(resultsIn(all, "memory", browser)?.batch, OURS, "startMB"),
      ),
  },
];

const scale = (browser) => ({
  browser,
  text: "queue: time per image, 500 images / 10 images",
  // Flat, to within what two runs of the same thing differ by.
  limit: 1.15,
  actual: (all) =>
    quotient(
      medianOf(resultsIn(all, "scale", browser)?.[OURS], 500, "msPerImage"),
      medianOf(resultsIn(all, "scale", browser)?.[OURS], 10, "msPerImage"),
    ),
});

const STEPS = {
  add: "adding the 500th image",
  remove: "removing one of 500",
  keystroke: "a keystroke with 500 images and 30 MB of history",
};

const steps = (browser) =>
  Object.entries(STEPS).map(([action, text]) => ({
    browser,
    text: `longest main-thread step, ${text}, ms`,
    // One frame at 60 Hz.
    limit: 16,
    actual: (all) => {
      const measured = resultsIn(all, "list", browser)?.[action];
      return measured && median(measured);
    },
  }));

const first = (browser, way, text) => ({
  browser,
  text,
  limit: 1.5,
  actual: (all) => {
    const times = resultsIn(all, "first", browser)?.[OURS]?.[way];
    return times && median(times.firstMs) / median(times.tenthMs);
  },
});

const native = (browser, group, threads, limit, text) => ({
  browser,
  text,
  limit,
  actual: (all) => {
    const results = resultsIn(all, "native", browser)?.[group];
    return results && (median(results[OURS]) * threads) / median(results.nativeMs);
  },
});

const inEveryBrowser = ["chromium", "firefox", "webkit"].flatMap((browser) => [
  ...memory(browser),
  scale(browser),
  ...steps(browser),
  first(browser, "warmed", "first image after preload / tenth"),
  first(browser, "dragged", "first image after a drag over the component / tenth"),
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
  ...inEveryBrowser,
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
