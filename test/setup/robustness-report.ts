/** `npm run robustness`: runs the corpus suite in every browser, and writes the results as docs/robustness.md. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";
import { COLOUR_DIFFERENCES, COLOUR_LEVELS, DIFFERENCES, TOLERANCE } from "../browser/corpus/known-differences.js";
import { journal, type JournalEntry } from "./picture-commands.js";
import { ROBUSTNESS_NOTES } from "./robustness-notes.js";

const BROWSERS = ["chromium", "firefox", "webkit"];

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

function countsTable(entries: readonly JournalEntry[]): string {
  const ran = BROWSERS.filter((browser) => entries.some((entry) => entry.browser === browser));
  const lines = [
    row("Files", "how many", ...ran.map((browser) => `${browser}: prepared / rejected`)),
    row("---", "---:", ...ran.map(() => "---:")),
  ];
  for (const [category, files] of groupBy(entries, ({ category: name }) => name)) {
    const per = groupBy(files, ({ browser }) => browser);
    const cells = ran.map((browser) => {
      const mine = per.get(browser) ?? [];
      const rejected = mine.filter(({ code }) => code !== undefined).length;
      return `${mine.length - rejected} / ${rejected}`;
    });
    lines.push(row(category, new Set(files.map(({ name }) => name)).size, ...cells));
  }
  return lines.join("\n");
}

function differencesTable(entries: readonly JournalEntry[]): string {
  const lines = [row("File", ...BROWSERS), row("---", ...BROWSERS.map(() => "---"))];
  for (const [name, results] of groupBy(entries, ({ name: file }) => file)) {
    const cells = BROWSERS.map((browser) => results.find((entry) => entry.browser === browser)).map((entry) =>
      entry ? (entry.code ?? "prepared") : "–",
    );
    if (new Set(cells.filter((cell) => cell !== "–")).size > 1) lines.push(row(name, ...cells));
  }
  return lines.join("\n");
}

function coloursTable(): string {
  const lines = [
    row("What says which colours", ...BROWSERS.map((browser) => `${browser}, levels`), "Why"),
    row("---", ...BROWSERS.map(() => "---:"), "---"),
  ];
  for (const { what, levels, why } of COLOUR_DIFFERENCES)
    lines.push(row(what, ...BROWSERS.map((browser) => levels[browser] ?? `${COLOUR_LEVELS}`), why));
  return lines.join("\n");
}

function codesTable(entries: readonly JournalEntry[]): string {
  const rejected = entries.filter(({ code }) => code !== undefined);
  const lines = [row("Code", "files", "for example"), row("---", "---:", "---")];
  const groups = [...groupBy(rejected, ({ code }) => code ?? "")].sort(([, a], [, b]) => b.length - a.length);
  for (const [code, files] of groups)
    lines.push(row(`\`${code}\``, files.length, files[0]?.said.replaceAll("|", "\\|") ?? ""));
  return lines.join("\n");
}

const PAGE = new URL("../../docs/robustness.md", import.meta.url);

/** Measured by another run, `npm run bench:bombs`, which needs the machine to itself: kept as it is. */
function bombSection(): string {
  const [section = ""] = /<!-- bombs[^]*<!-- \/bombs -->/.exec(readFileSync(PAGE, "utf8")) ?? [];
  return section;
}

function page(): string {
  const { done, userAgents } = journal;
  const files = new Set(done.map(({ name }) => name)).size;
  const browsers = BROWSERS.flatMap((browser) =>
    userAgents.has(browser) ? [`- ${browser}: ${userAgents.get(browser)}`] : [],
  );
  const known = Object.entries(DIFFERENCES).map(([name, { why }]) => `- ${name}: ${why}.`);
  return `# Robustness

What ${files} odd, damaged and hostile files do to \`prepareImage\` in real browsers. Written by \`npm run robustness\` on ${new Date().toISOString().slice(0, 10)}; do not edit by hand.

${browsers.join("\n")}

The files called \`corpus/\` and \`photos/\` come from other projects' test suites and from cameras, the rest are made by \`test/fixtures/hostile\`.

${ROBUSTNESS_NOTES}

## How a picture is judged

Every picture that comes out is decoded by libvips, and so is its source (BMP by a reader of its own in \`test/fixtures/reference\`, HEIC by \`heif-convert\`, a page of a PDF by \`pdftoppm\`, where they are installed); the source is shrunk to the same size and compared. Over all samples the mean distance is at most ${TOLERANCE.mean} levels of 255, over 16x16 fields at most ${TOLERANCE.worstField}. Sides must be those of Pillow's \`thumbnail\`, the bytes of the type they are said to be, and a walk over every segment must find nothing that is not needed to draw it.

Where the reference decoder itself sees things differently:

${known.join("\n")}

## Colours that are not converted

Patches inside sRGB, written in another colour space; how far the farthest is from what the file means, at most.

${coloursTable()}

## By category

${countsTable(done)}

## By code

All browsers together.

${codesTable(done)}

## Where browsers differ

${differencesTable(done)}

## Bombs

${bombSection()}
`;
}

export function robustnessReport(): Reporter {
  return {
    onTestRunEnd() {
      if (journal.done.length > 0) writeFileSync(PAGE, page());
    },
  };
}
