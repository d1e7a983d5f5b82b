/** The tables of docs/fitting.md, from what the benches measured. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../cache.mjs";

const page = join(projectFolder, "docs/fitting.md");

const SCREENS = {
  "screenshot-1920x1080.png": "desktop, 1x, 1920x1080",
  "screenshot-2560x1600.png": "desktop, 2x, 2560x1600",
  "screenshot-1290x2796.png": "phone, 3x, 1290x2796",
};

/** `rows`: of `run.mjs`, three presets for each screen and endpoint. */
export function legibilityTable(rows) {
  const lines = rows.map(
    (row) =>
      `| ${SCREENS[row.screen] ?? row.screen} | \`${row.endpoint}\` | \`${row.preset}\` | ${row.size} ${row.type.toUpperCase()} | ${row.read} | ${row["original reads"]} | ${row["kB as base64"]} | ${row.tokens} |`,
  );
  return [
    "| Screen | Endpoint | Preset | Sent | Words read | … of the original | kB of base64 | Tokens |",
    "|---|---|---|---|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
}

/** `rows`: of `tall.mjs`. */
export function tallTable(rows) {
  const lines = rows.map(
    ({ way, sent, read, untouched, kB, tokens }) =>
      `| \`${way}\` | ${sent} | ${read} | ${untouched} | ${kB} | ${tokens} |`,
  );
  return [
    "| `tall` | Sent | Letters read | … of the original | kB of base64 | Tokens |",
    "|---|---|---:|---:|---:|---:|",
    ...lines,
  ].join("\n");
}

/** `matrix`: { photo: { "told photo", "told screen" }, screen: … } */
export function confusionTable(matrix) {
  const line = (kind) => `| ${kind} | ${matrix[kind]["told photo"]} | ${matrix[kind]["told screen"]} |`;
  return ["| It is a … | told as a photo | told as a screen |", "|---|---:|---:|", line("photo"), line("screen")].join(
    "\n",
  );
}

/** Between `<!-- name -->` and `<!-- /name -->`. */
export function writeTable(name, table) {
  const before = readFileSync(page, "utf8");
  const place = new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`);
  if (!place.test(before)) throw new Error(`docs/fitting.md has no place for ${name}.`);
  writeFileSync(
    page,
    before.replace(place, () => `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`),
  );
}
