/** What counts as reached: limits as data, and one pure function that holds figures against them. */

const MARKS = {
  /** A photo above this many pixels may be decoded smaller than exact. */
  largePhotoPixels: 24e6,
  /** How far luma PSNR may lie below Pillow's, in decibels. */
  psnrBelowPillowDb: { photo: 0.15, "large photo": 0.3, screenshot: 0.05 },
  /** Alias left on the zone plate, as a multiple of Pillow's. */
  aliasTimesPillow: { chromium: 1.1, firefox: 1.1, webkit: 1.5 },
  /** How far the file's size may lie from Pillow's, either way. */
  bytesApart: 0.05,
};

/** Figures are equal beyond this: a billionth of a decibel is no difference. */
const EPSILON = 1e-9;

function markOf({ kind, size }) {
  return kind === "photo" && size.width * size.height > MARKS.largePhotoPixels ? "large photo" : kind;
}

/** `{ mark, unit, actual, limit, reached }` for each mark that applies to the input; `ours` and `pillow` are figures. */
export function judgeInput({ browser, subject, ours, pillow }) {
  const verdicts = [];
  const allowed = MARKS.psnrBelowPillowDb[markOf(subject)];
  if (allowed !== undefined) verdicts.push(atLeast("luma PSNR", "dB", ours.psnrDb, pillow.psnrDb - allowed));
  // Alias costs bytes: where it is judged by itself, and some is allowed, the bytes say nothing new.
  if (ours.aliasLevels !== undefined)
    return [
      atMost("leftover alias", "grey levels", ours.aliasLevels, pillow.aliasLevels * MARKS.aliasTimesPillow[browser]),
    ];
  const apart = ours.bytes / pillow.bytes - 1;
  verdicts.push({
    mark: "bytes against Pillow's",
    unit: "share",
    actual: apart,
    limit: MARKS.bytesApart,
    reached: Math.abs(apart) <= MARKS.bytesApart + EPSILON,
  });
  return verdicts;
}

/** What a reader gets, over all screenshots of a browser: means of equal weight. */
export function judgeReading(ours, pillow) {
  const mean = (figures) => figures.reduce((sum, { accuracy }) => sum + accuracy, 0) / figures.length;
  return atLeast("characters read", "share", mean(ours), mean(pillow));
}

function atLeast(mark, unit, actual, limit) {
  return { mark, unit, actual, limit, reached: actual >= limit - EPSILON };
}

function atMost(mark, unit, actual, limit) {
  return { mark, unit, actual, limit, reached: actual <= limit + EPSILON };
}
