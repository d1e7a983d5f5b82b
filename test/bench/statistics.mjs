/** The middle of the sorted values; the mean of the two middle ones where their number is even. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rounds for the JSON: a tenth of a microsecond is noise. */
export const round = (value, digits = 2) => Number(value.toFixed(digits));
