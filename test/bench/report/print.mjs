/** The report on the console. */
import { judge } from "./marks.mjs";
import { figure, tablesOf } from "./tables.mjs";
import { textTable } from "./text-table.mjs";
import { notesOf } from "./notes.mjs";

export function printReport(all, { engines, only }) {
  const blocks = engines.flatMap((engine) =>
    only.flatMap((part) => tablesOf(all, part, engine).map((rows) => `${engine}\n${textTable(rows)}`)),
  );
  const judged = judge(all).filter(({ engine, verdict }) => engines.includes(engine) && verdict !== "not measured");
  const marks = judged.map(({ text, engine, limit, actual, verdict }) => [
    text,
    engine,
    figure(limit, 2),
    figure(actual, 2),
    verdict,
  ]);
  if (marks.length > 0) blocks.push(textTable([["to be reached", "engine", "at most", "is", ""], ...marks]));
  const notes = notesOf(all).filter(({ part, engine }) => engines.includes(engine) && only.includes(part));
  if (notes.length > 0) blocks.push(notes.map(({ engine, text }) => `${engine}: ${text}`).join("\n"));
  console.log(`\n${blocks.join("\n\n")}`);
}
