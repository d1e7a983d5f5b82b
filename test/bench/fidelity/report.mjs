/** The figures as tables for a terminal. */
import { OURS, PEERS } from "./methods.mjs";

const fixed = (value, digits) => (value === undefined || Number.isNaN(value) ? "" : value.toFixed(digits));
const percent = (value, digits = 1) => (value === undefined ? "" : `${(value * 100).toFixed(digits)} %`);
const signed = (value, digits) => `${value > 0 ? "+" : ""}${value.toFixed(digits)}`;

function line({ name, pillow, browsers }, browser) {
  const methods = browsers[browser];
  const ours = methods[OURS];
  const against = (key, digits) => (pillow && ours[key] !== undefined ? signed(ours[key] - pillow[key], digits) : "");
  return {
    input: name,
    "ours dB": ours.failure ? "failed" : fixed(ours.psnrDb, 2),
    Pillow: fixed(pillow?.psnrDb, 2),
    "+/-": against("psnrDb", 2),
    SSIM: fixed(ours.ssim, 4),
    "SSIM +/-": against("ssim", 4),
    back: fixed(ours.backDb, 2),
    "back +/-": against("backDb", 2),
    bytes: pillow && ours.bytes ? `${signed((ours.bytes / pillow.bytes - 1) * 100, 1)} %` : (ours.bytes ?? ""),
    backend: ours.backend ?? "",
  };
}

const short = { "browser-image-compression": "BIC" };
const present = (rows, browser) =>
  ["pillow", OURS, ...PEERS].filter((method) => rows.some((row) => figuresOf(row, browser, method)));
const figuresOf = (row, browser, method) => (method === "pillow" ? row.pillow : row.browsers[browser][method]);

/** One line an input, one column a method. */
function compare(rows, browser, show) {
  const methods = present(rows, browser);
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        Object.fromEntries(
          methods.map((method) => [short[method] ?? method, show(figuresOf(row, browser, method) ?? {})]),
        ),
      ]),
    ),
  );
}

export function printBrowser(version, browser, rows) {
  console.log(
    `\n${version}: what is sent against Lanczos3 in float64 (luma; "back" is enlarged and held against the original)`,
  );
  const lines = rows.map((row) => line(row, browser));
  console.table(Object.fromEntries(lines.map(({ input, ...cells }) => [input, cells])));
  console.log(`${version}: luma PSNR, dB`);
  compare(rows, browser, ({ psnrDb, failure }) => (failure ? "failed" : fixed(psnrDb, 2)));
  console.log(`${version}: enlarged back against the original, dB`);
  compare(rows, browser, ({ backDb, failure }) => (failure ? "failed" : fixed(backDb, 2)));
  const plates = rows.filter(({ kind }) => kind === "zone-plate");
  if (plates.length > 0) {
    console.log(`${version}: alias left on the zone plate, rms grey levels`);
    compare(plates, browser, ({ aliasLevels }) => fixed(aliasLevels, 1));
  }
  const read = rows.filter(({ pillow }) => pillow?.accuracy !== undefined);
  if (read.length > 0) {
    console.log(`${version}: characters of small text read by tesseract`);
    compare(read, browser, ({ accuracy }) => percent(accuracy, 2));
  }
}

export function printColours(colours, browsers) {
  console.log(
    "\nMean error of red, green and blue, in levels, against sharp's colour-managed decode; the least a JPEG of that quality costs beside it",
  );
  const cells = ({ what, jpegError, browsers: found }) => ({
    what,
    "JPEG alone": fixed(jpegError, 2),
    ...Object.fromEntries(
      browsers.map((browser) => [browser, found[browser].failure ?? fixed(found[browser].error, 2)]),
    ),
  });
  console.table(Object.fromEntries(colours.map((colour) => [colour.name, cells(colour)])));
}

export function printVerdicts(verdicts) {
  const missed = verdicts.filter(({ reached }) => !reached);
  console.log(`\n${verdicts.length - missed.length} of ${verdicts.length} marks reached.`);
  if (missed.length > 0) {
    console.log("Not reached:");
    console.table(
      missed.map(({ browser, input, mark, actual, limit, unit }) => ({
        browser,
        input,
        mark,
        actual: fixed(actual, 4),
        limit: fixed(limit, 4),
        unit,
      })),
    );
  }
}
