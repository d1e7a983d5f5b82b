/** The tables on the console: ratios first, then what they are made of. */
import { SINGLES } from "../inputs/inputs.mjs";
import { OURS } from "../contestants/contestants.mjs";
import { judge } from "./marks.mjs";
import { medianOf, ratio, turns } from "./figures.mjs";
import { textTable } from "./text-table.mjs";

const figure = (value, digits) => (value === undefined ? "–" : value.toFixed(digits));

function contestantsOf(groups) {
  return [...new Set(groups.flatMap((group) => Object.keys(group ?? {})))].filter((name) => name !== OURS);
}

/** A row a case: ours in ms and its longest gap, then ours / theirs (theirs in ms). */
function timesTable(title, cases) {
  const others = contestantsOf(cases.map(([, group]) => group));
  const head = [title, "ours ms", "gap ms", ...others];
  const rows = cases.map(([label, group]) => [
    label,
    figure(medianOf(group, OURS), 0),
    figure(medianOf(group, OURS, "gapMs"), 0),
    ...others.map((name) => (group[name]?.error ? "failed" : `${figure(ratio(group, name), 2)} (${figure(medianOf(group, name), 0)})`)),
  ]);
  return textTable([head, ...rows]);
}

function gapsTable(group) {
  const names = Object.keys(group).filter((name) => group[name].gapMs?.length > 0);
  return textTable([
    ["longest gap in the batch", ...names],
    ["median ms", ...names.map((name) => figure(medianOf(group, name, "gapMs"), 0))],
    ["worst ms", ...names.map((name) => figure(Math.max(...group[name].gapMs), 0))],
  ]);
}

function failures(all) {
  return Object.entries(all.parts).flatMap(([part, engines]) =>
    Object.entries(engines).flatMap(([engine, { results }]) => {
      const groups = part === "single" ? Object.entries(results) : [[part, results]];
      return groups.flatMap(([key, group]) =>
        Object.entries(group ?? {}).flatMap(([name, { error, otherSizes, notJpeg } = {}]) => [
          ...(error ? [`${engine}, ${key}: ${name} failed: ${error}`] : []),
          ...(otherSizes ? [`${engine}, ${key}: ${name} made another size than asked for: ${otherSizes.join(", ")}`] : []),
          ...(notJpeg ? [`${engine}, ${key}: ${name} made no JPEG`] : []),
        ]),
      );
    }),
  );
}

export function printReport(all, { engines, only }) {
  const lines = [];
  for (const engine of engines) {
    const singles = turns(all, "single", engine);
    if (only.includes("single") && singles) {
      const cases = Object.keys(SINGLES).filter((key) => singles[key]).map((key) => [SINGLES[key].label, singles[key]]);
      lines.push(timesTable(`${engine}: ours / theirs (their ms)`, cases));
    }
    const batch = turns(all, "batch", engine);
    if (only.includes("batch") && batch) lines.push(timesTable(`${engine}: ours / theirs (their ms)`, [["batch of 20", batch]]), gapsTable(batch));
  }
  lines.push(failures(all).join("\n"));
  const judged = judge(all).filter(({ engine, verdict }) => engines.includes(engine) && verdict !== "not measured");
  lines.push(textTable([["to be reached", "engine", "limit", "figure", ""], ...judged.map(({ text, engine, limit, actual, verdict }) => [text, engine, limit, figure(actual, 2), verdict])]));
  console.log(`\n${lines.filter(Boolean).join("\n\n")}`);
}
