/**
 * `npm run check:limits [YYYY-MM-DD]`: every limit and token rule with its source and its age in days. Warns of those to be read
 * again, fails when one is too old to rely on. Reads the source, so nothing needs to be built.
 */
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const load = async (path) =>
  (await runnerImport(fileURLToPath(new URL(path, import.meta.url)), { configFile: false, logLevel: "error" })).module;
const endpoints = await load("../../src/endpoints.ts");
const { EXPIRED_DAYS, figureAges, OLD_DAYS } = await load("./figure-ages.ts");

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const figures = figureAges(Object.values(endpoints), today);
const width = Math.max(...figures.map(({ id }) => id.length));
const line = ({ id, days, asOf, figure, url }) =>
  `${id.padEnd(width)} ${String(days).padStart(4)} days (${asOf})  ${figure}  ${url}`;

for (const figure of figures) console.log(line(figure));
const [old, expired] = ["old", "expired"].map((age) => figures.filter((figure) => figure.age === age));
console.log(`\n${figures.length} figures, the oldest read ${Math.max(...figures.map(({ days }) => days))} days ago.`);
if (old.length > 0)
  console.warn(
    `\nWarning: ${old.length} are ${OLD_DAYS} days old or older. Read their sources again:\n${old.map(line).join("\n")}`,
  );
if (expired.length > 0) {
  console.error(
    `\n${expired.length} are ${EXPIRED_DAYS} days old or older. Read their sources again, correct them and their dates:\n${expired.map(line).join("\n")}`,
  );
  process.exitCode = 1;
}
