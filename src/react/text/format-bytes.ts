/**
 * Sizes in words: SI units (1 MB = 10^6 bytes) everywhere, as file managers show them. The figures of a request add up: the size
 * shown is the limit plus the excess, however each is rounded.
 */
const UNITS = ["B", "kB", "MB", "GB"] as const;

/** A figure as it is shown, and its unit. */
export interface ShownBytes {
  value: number;
  unit: (typeof UNITS)[number];
  /** How many decimals are shown, zeros included. */
  decimals: number;
}

/** In the largest unit in which it is at least one, with one decimal below ten. */
export function shownBytes(bytes: number): ShownBytes {
  let value = bytes;
  let unit = 0;
  // Half a unit below the step: a value that rounds up to it belongs to the next unit.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const decimals = unit === 0 || value >= 9.95 ? 0 : 1;
  return { value: Number(value.toFixed(decimals)), unit: UNITS[unit] ?? "B", decimals };
}

const inWords = ({ value, unit, decimals }: ShownBytes) => `${value.toFixed(decimals)} ${unit}`;

/** `4_100_000` -> "4.1 MB", `212_345` -> "212 kB", `812` -> "812 B". "?" for a value that is no size. */
export function formatFileBytes(bytes: number): string {
  return Number.isFinite(bytes) && bytes >= 0 ? inWords(shownBytes(bytes)) : "?";
}

/** A cap that can be shown and divided by. `Infinity`, `NaN`, 0 and less mean that none is known. */
export function hasCap(capBytes: number): boolean {
  return Number.isFinite(capBytes) && capBytes > 0;
}

/** As few decimals as possible without losing precision. */
function shortest(value: number, unit: ShownBytes["unit"]): ShownBytes {
  // Nine decimals are a byte of a gigabyte; anything beyond is noise.
  const rounded = Number(value.toFixed(9));
  return { value: rounded, unit, decimals: String(rounded).split(".")[1]?.length ?? 0 };
}

const bytesOf = (unit: ShownBytes["unit"]) => 1000 ** UNITS.indexOf(unit);

/** A cap with at most two decimals, rounded down: 33,554,432 bytes are 33.55 MB. */
export function shownCap(capBytes: number): ShownBytes {
  const unit = UNITS.findLast((name) => capBytes >= bytesOf(name)) ?? "B";
  return shortest(unit === "B" ? capBytes : Math.floor(capBytes / (bytesOf(unit) / 100)) / 100, unit);
}

/** A request's size, its cap and the excess, as they are shown together. If no cap is known: only the size. */
export interface RequestFigures {
  size: ShownBytes;
  cap: ShownBytes | undefined;
  excess: ShownBytes | undefined;
}

/** The figures for a request of `bytes` below or above `capBytes`. `size` is in the unit of the cap, or in a smaller one. */
export function requestFigures(bytes: number, capBytes: number): RequestFigures {
  if (!hasCap(capBytes)) return { size: shownBytes(bytes), cap: undefined, excess: undefined };
  const cap = shownCap(capBytes);
  if (bytes <= capBytes) return { size: sizeWithin(bytes, capBytes, cap), cap, excess: undefined };
  const excess = shownBytes(Math.ceil(bytes - capBytes));
  const inUnit = (excess.value * bytesOf(excess.unit)) / bytesOf(cap.unit);
  return { size: shortest(cap.value + inUnit, cap.unit), cap, excess: shortest(excess.value, excess.unit) };
}

/** More decimals if rounding would make it equal to the cap, which it is not. */
function sizeWithin(bytes: number, capBytes: number, cap: ShownBytes): ShownBytes {
  if (bytes === capBytes) return cap;
  const small = shownBytes(bytes);
  if (UNITS.indexOf(small.unit) < UNITS.indexOf(cap.unit)) return small;
  const unit = bytesOf(cap.unit);
  if (unit === 1) return { value: bytes, unit: "B", decimals: 0 };
  // A tenth of a megabyte is worth showing; a tenth of hundreds of kilobytes is not.
  const decimals = cap.unit === "kB" ? small.decimals : 1;
  const rounded = Number((bytes / unit).toFixed(decimals));
  if (rounded < cap.value) return { value: rounded, unit: cap.unit, decimals };
  // The room that is left, computed from the cap as it is shown.
  return shortest(cap.value - (capBytes - bytes) / unit, cap.unit);
}

/** A cap alone: `4_500_000` -> "4.5 MB". */
export function formatCap(capBytes: number): string {
  return inWords(shownCap(capBytes));
}

/** A request's size beside its cap: "2.1 of 32 MB", "350 kB of 32 MB"; without a cap: "350 kB". */
export function formatUsage(bytes: number, capBytes: number): string {
  const { size, cap } = requestFigures(bytes, capBytes);
  if (!cap) return inWords(size);
  return size.unit === cap.unit
    ? `${size.value.toFixed(size.decimals)} of ${inWords(cap)}`
    : `${inWords(size)} of ${inWords(cap)}`;
}

/** How far a request is over its cap: "59 kB". */
export function formatExcess(bytes: number, capBytes: number): string {
  const { excess } = requestFigures(bytes, capBytes);
  return inWords(excess ?? shownBytes(0));
}
