/** The JSON as tables of text: a title row, then the rows. Ratios come before what they are made of. */
import { OURS } from "../contestants/contestants.mjs";
import { SINGLES } from "../inputs/inputs.mjs";
import { median } from "../statistics.mjs";
import { resultsIn, medianOf, quotient, ratio, turns } from "./figures.mjs";

export const figure = (value, digits = 0) => (value === undefined ? "–" : value.toFixed(digits));

const medianFigure = (values, digits) => figure(values?.length > 0 ? median(values) : undefined, digits);
const worst = (values, digits) => figure(values?.length > 0 ? Math.max(...values) : undefined, digits);

/** A row a case: ours in ms and its longest gap, then ours / theirs (theirs in ms). */
function times(title, cases) {
  const others = [...new Set(cases.flatMap(([, group]) => Object.keys(group)))].filter((name) => name !== OURS);
  const theirs = (group, name) =>
    group[name]?.error ? "failed" : `${figure(ratio(group, name), 2)} (${figure(medianOf(group, name))})`;
  const rows = cases.map(([label, group]) => [
    label,
    figure(medianOf(group, OURS)),
    figure(medianOf(group, OURS, "gapMs")),
    ...others.map((name) => theirs(group, name)),
  ]);
  return [[title, "ours ms", "gap ms", ...others], ...rows];
}

function single(all, browser) {
  const results = resultsIn(all, "single", browser);
  const cases = Object.keys(SINGLES)
    .filter((key) => results[key])
    .map((key) => [SINGLES[key].label, results[key]]);
  return [times("ours / theirs (their ms)", cases)];
}

function batch(all, browser) {
  const group = turns(all, "batch", browser);
  const names = Object.keys(group).filter((name) => group[name].gapMs.length > 0);
  const gaps = [
    ["longest gap in the batch", ...names],
    ["median ms", ...names.map((name) => medianFigure(group[name].gapMs))],
    ["worst ms", ...names.map((name) => worst(group[name].gapMs))],
  ];
  return [times("ours / theirs (their ms)", [["batch of 20", group]]), gaps];
}

function memory(all, browser) {
  const results = resultsIn(all, "memory", browser);
  const ours = medianOf(results.batch, OURS, "growthMB");
  const rows = Object.keys(results.batch).map((name) => {
    const grown = medianOf(results.batch, name, "growthMB");
    const growths = [results.twenty?.[name], results.hundred?.[name]].map((part) => medianFigure(part?.growthMB));
    return [
      name,
      figure(quotient(ours, grown), 2),
      figure(grown),
      ...growths,
      medianFigure(results.batch[name].startMB),
      medianFigure(results.batch[name].endMB),
    ];
  });
  return [
    [
      ["memory", "ours / theirs", "peak growth MB", "20 of 12 MP", "100 of 12 MP", "before MB", "after idle MB"],
      ...rows,
    ],
  ];
}

function scale(all, browser) {
  const rows = Object.entries(resultsIn(all, "scale", browser)).map(([name, counts]) => [
    name,
    ...Object.values(counts).map(({ msPerImage, gapMs }) => `${medianFigure(msPerImage, 1)} (${medianFigure(gapMs)})`),
  ]);
  const [counts] = Object.values(resultsIn(all, "scale", browser)).map((one) => Object.keys(one));
  return [[["queue: ms an image (longest gap)", ...(counts ?? [])], ...rows]];
}

function list(all, browser) {
  const rows = Object.entries(resultsIn(all, "list", browser)).map(([action, values]) => [
    action,
    medianFigure(values, 1),
    worst(values, 1),
  ]);
  return [[["longest step in a list of 500", "median ms", "worst ms"], ...rows]];
}

function native(all, browser) {
  const { reason, ...groups } = resultsIn(all, "native", browser);
  if (reason) return [[[reason]]];
  const rows = Object.entries(groups).flatMap(([group, { nativeMs, eighths, ...mine }]) =>
    Object.entries(mine).map(([name, values]) => {
      const threads = group === "batch" ? 2 : 1;
      const ideal = median(nativeMs) / threads;
      return [
        `${name}, ${group}`,
        figure(median(values) / ideal, 2),
        figure(median(values)),
        figure(ideal),
        `${[...new Set(eighths)].toSorted((a, b) => a - b).join(", ")}/8`,
      ];
    }),
  );
  return [
    [["distance to native code", "ours / native", "ours ms", "native ms (batch: halved)", "decoded at"], ...rows],
  ];
}

function first(all, browser) {
  const rows = Object.entries(resultsIn(all, "first", browser)).flatMap(([name, ways]) =>
    Object.entries(ways).map(([way, { firstMs, tenthMs }]) => [
      `${name}, ${way}`,
      figure(median(firstMs) / median(tenthMs), 2),
      medianFigure(firstMs),
      medianFigure(tenthMs),
    ]),
  );
  return [[["first image of a page", "first / tenth", "first ms", "tenth ms"], ...rows]];
}

const TABLES = { single, batch, memory, scale, list, native, first };

/** The tables of one part in one browser; none where it was not measured. */
export function tablesOf(all, part, browser) {
  return resultsIn(all, part, browser) ? TABLES[part](all, browser) : [];
}
