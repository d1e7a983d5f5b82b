/** What is read from the JSON: medians, and ratios of medians taken in one run. */
import { OURS } from "../contestants/contestants.mjs";
import { median } from "../statistics.mjs";

export const resultsIn = (all, part, browser) => all.parts[part]?.[browser]?.results;

/** { contestant: { ms, … } } of one case of "single", or of "batch". */
export const turns = (all, part, browser, key) => {
  const results = resultsIn(all, part, browser);
  return key === undefined ? results : results?.[key];
};

export const medianOf = (contestants, name, what = "ms") => {
  const values = contestants?.[name]?.[what];
  return values?.length > 0 ? median(values) : undefined;
};

export const quotient = (one, other) => (one === undefined || other === undefined ? undefined : one / other);

/** Ours divided by theirs: below 1 we are quicker. */
export const ratio = (contestants, name) => quotient(medianOf(contestants, OURS), medianOf(contestants, name));
