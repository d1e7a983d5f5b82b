/** The report on the console. */
import { judge } from "./marks.mjs";
import { figure, tablesOf } from "./tables.mjs";
import { textTable } from "./text-table.mjs";
import { notesOf } from "./notes.mjs";

export function printReport(all, { browsers, only }) {
  const blocks = browsers.flatMap((browser) =>
    only.flatMap((part) => tablesOf(all, part, browser).map((rows) => `${browser}\n${textTable(rows)}`)),
  );
  const judged = judge(all).filter(({ browser, verdict }) => browsers.includes(browser) && verdict !== "not measured");
  const marks = judged.map(({ text, browser, limit, actual, verdict }) => [
    text,
    browser,
    figure(limit, 2),
    figure(actual, 2),
    verdict,
  ]);
  if (marks.length > 0) blocks.push(textTable([["to be reached", "browser", "at most", "is", ""], ...marks]));
  const notes = notesOf(all).filter(({ part, browser }) => browsers.includes(browser) && only.includes(part));
  if (notes.length > 0) blocks.push(notes.map(({ browser, text }) => `${browser}: ${text}`).join("\n"));
  console.log(`\n${blocks.join("\n\n")}`);
}
