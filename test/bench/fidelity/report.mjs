/** The figures as tables for a terminal. */
import { OURS, PEERS } from "./methods.mjs";

const fixed = (value, digits) => (value === undefined || Number.isNaN(value) ? "" : value.toFixed(digits));
const percent = (value, digits = 1) => (value === undefined ? "" : `${(value * 100).toFixed(digits)} %`);
const signed = (value, digits) => `${value > 0 ? "+" : ""}${value.toFixed(digits)}`;

function line({ name, pillow, engines }, engine) {
  const methods = engines[engine];
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
    engine: ours.engine ?? "",
  };
}

const short = { "browser-image-compression": "BIC" };
const present = (rows, engine) =>
  ["pillow", OURS, ...PEERS].filter((method) => rows.some((row) => figuresOf(row, engine, method)));
const figuresOf = (row, engine, method) => (method === "pillow" ? row.pillow : row.engines[engine][method]);

/** One line an input, one column a method. */
function compare(rows, engine, show) {
  const methods = present(rows, engine);
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        Object.fromEntries(
          methods.map((method) => [short[method] ?? method, show(figuresOf(row, engine, method) ?? {})]),
        ),
      ]),
    ),
  );
}

export function printEngine(version, engine, rows) {
  console.log(
    `\n${version}: what is sent against Lanczos3 in float64 (luma; "back" is enlarged and held against the original)`,
  );
  const lines = rows.map((row) => line(row, engine));
  console.table(Object.fromEntries(lines.map(({ input, ...cells }) => [input, cells])));
  console.log(`${version}: luma PSNR, dB`);
  compare(rows, engine, ({ psnrDb, failure }) => (failure ? "failed" : fixed(psnrDb, 2)));
  console.log(`${version}: enlarged back against the original, dB`);
  compare(rows, engine, ({ backDb, failure }) => (failure ? "failed" : fixed(backDb, 2)));
  const plates = rows.filter(({ kind }) => kind === "zone-plate");
  if (plates.length > 0) {
    console.log(`${version}: alias left on the zone plate, rms grey levels`);
    compare(plates, engine, ({ aliasLevels }) => fixed(aliasLevels, 1));
  }
  const read = rows.filter(({ pillow }) => pillow?.accuracy !== undefined);
  if (read.length > 0) {
    console.log(`${version}: characters of small text read by tesseract`);
    compare(read, engine, ({ accuracy }) => percent(accuracy, 2));
  }
}

export function printColours(colours, engines) {
  console.log(
    "\nMean error of red, green and blue, in levels, against sharp's colour-managed decode; the least a JPEG of that quality costs beside it",
  );
  const cells = ({ what, jpegError, engines: found }) => ({
    what,
    "JPEG alone": fixed(jpegError, 2),
    ...Object.fromEntries(engines.map((engine) => [engine, found[engine].failure ?? fixed(found[engine].error, 2)])),
  });
  console.table(Object.fromEntries(colours.map((colour) => [colour.name, cells(colour)])));
}

export function printVerdicts(verdicts) {
  const missed = verdicts.filter(({ reached }) => !reached);
  console.log(`\n${verdicts.length - missed.length} of ${verdicts.length} marks reached.`);
  if (missed.length > 0) {
    console.log("Not reached:");
    console.table(
      missed.map(({ engine, input, mark, actual, limit, unit }) => ({
        engine,
        input,
        mark,
        actual: fixed(actual, 4),
        limit: fixed(limit, 4),
        unit,
      })),
    );
  }
}
