/** The figures as a part of docs/robustness.md, between its two comments. */
import { readFile, writeFile } from "node:fs/promises";
import { projectFolder } from "../cache.mjs";

const START = "<!-- bombs: written by `npm run bench:bombs` -->";
const END = "<!-- /bombs -->";

const row = (cells) => `| ${cells.join(" | ")} |`;
/** The worst of all rounds. */
const worst = (rounds, figure) => Math.max(...rounds.map(figure));
const cell = (rounds, one) =>
  `${worst(rounds, (round) => one(round).ms).toFixed(1)} / ${worst(rounds, (round) => one(round).growthMB ?? Number.NaN).toFixed(1)}`;

export function bombSection({ date, cores, results }) {
  const browsers = Object.entries(results);
  const [[, first]] = browsers;
  const across = (title, format) => row([title, ...browsers.map(([, { rounds }]) => format(rounds))]);
  const slowest = (key) => (rounds) =>
    `${worst(rounds, (round) => round[key].slowestMs).toFixed(1)} / ${worst(rounds, (round) => round[key].growthMB ?? Number.NaN).toFixed(1)}`;
  const rows = [
    row(["", ...browsers.map(([, { version }]) => `${version}: ms / MB`)]),
    row(["---", ...browsers.map(() => "---:")]),
    across("*for comparison: five bytes of text*", (rounds) => cell(rounds, ({ control }) => control)),
    ...first.rounds[0].bombs.map(({ name, code }, index) =>
      across(`${name}: \`${code}\``, (rounds) => cell(rounds, ({ bombs }) => bombs[index])),
    ),
    across(`all ${first.rounds[0].bombs.length} in one drop: slowest / together`, slowest("together")),
    across("… among four photos of 12 megapixels: slowest / together", slowest("mixed")),
    across(
      "*for comparison: the four photos alone, just before*",
      (rounds) => `– / ${worst(rounds, ({ photos }) => photos.growthMB ?? Number.NaN).toFixed(1)}`,
    ),
  ];
  return `${START}
Each is rejected by what little is read of it: no decoder hears of it, and at most 128 KiB are read, in the worker, in
every browser (\`test/browser/corpus/bombs.test.ts\`). What that costs, measured on ${date} on ${cores} cores: the slowest of five calls by the page's
clock, and the growth of the resident memory of all of the browser's processes at its highest (the kernel's own mark), the worst of
${first.rounds.length} fresh browsers.

${rows.join("\n")}
${END}`;
}

export async function replaceBombSection(section) {
  const path = `${projectFolder}docs/robustness.md`;
  const page = await readFile(path, "utf8");
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`docs/robustness.md lacks the comments ${START} and ${END}.`);
  await writeFile(path, page.slice(0, from) + section + page.slice(to + END.length));
}
