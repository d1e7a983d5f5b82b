/** What is to be reached, as data. `actual` is read from the JSON; undefined where it was not measured. */
import { SINGLES } from "../inputs/inputs.mjs";
import { OURS, PEERS } from "../contestants/contestants.mjs";
import { medianOf, ratio, turns } from "./figures.mjs";

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

const MARKS = [
  against("chromium", "batch", undefined, "bic-worker", 0.35),
  against("chromium", "batch", undefined, "compressorjs", 0.4),
  against("chromium", "batch", undefined, "pica", 0.18),
  against("chromium", "batch", undefined, "bare-canvas", 0.75),
  against("chromium", "single", "jpeg-12", "bic-worker", 0.6),
  against("chromium", "single", "jpeg-12", "bare-canvas", 1.15),
  ...everyFile("chromium", "worker-canvas", 1.1),
  against("firefox", "batch", undefined, "bic-worker", 0.6),
  ...everyFile("firefox", "bic-worker", 1.1),
  against("webkit", "batch", undefined, "bic-worker", 0.6),
  ...everyFile("webkit", "bic-worker", 1.1),
  gap("chromium", 16),
  gap("firefox", 16),
  gap("webkit", 20),
];

/** Every mark with its figure and "reached", "not reached" or "not measured". */
export function judge(all) {
  return MARKS.map(({ actual, ...mark }) => {
    const figure = actual(all);
    const verdict = figure === undefined ? "not measured" : figure <= mark.limit ? "reached" : "not reached";
    return { ...mark, actual: figure, verdict };
  });
}
