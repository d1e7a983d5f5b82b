/** Every verdict on one browser. */
import { judgeInput, judgeReading } from "./marks.mjs";
import { OURS } from "./methods.mjs";

/** A method that failed reached nothing. */
export function judgeBrowser(browser, rows) {
  const compared = rows.filter(({ pillow }) => pillow).map((row) => ({ ...row, ours: row.browsers[browser][OURS] }));
  const verdicts = compared.flatMap(({ ours, pillow, ...subject }) => {
    const found = ours.failure ? [failed(ours.failure)] : judgeInput({ browser, subject, ours, pillow });
    return found.map((verdict) => ({ browser, input: subject.name, ...verdict }));
  });
  const read = compared.filter(({ ours, pillow }) => pillow.accuracy !== undefined && ours.accuracy !== undefined);
  if (read.length === 0) return verdicts;
  const reading = judgeReading(
    read.map(({ ours }) => ours),
    read.map(({ pillow }) => pillow),
  );
  return [...verdicts, { browser, input: `${read.length} screenshots`, ...reading }];
}

function failed(failure) {
  return { mark: "a result", unit: failure, actual: 0, limit: 1, reached: false };
}
