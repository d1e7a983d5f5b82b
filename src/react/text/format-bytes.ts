/**
 * Sizes in words. Files are in SI units, as file managers show them (1 MB = 10^6 bytes). A request is in MiB (2^20) when its
 * cap is an integral number of MiB, because such caps are what providers write as "32 MB"; the unit always says which of the two.
 */
const SI_UNITS = ["B", "kB", "MB", "GB"] as const;
const BINARY_UNITS = ["B", "KiB", "MiB", "GiB"] as const;
const KIB_BYTES = 1024;
const MIB_BYTES = 1024 * KIB_BYTES;

/** In the largest unit that leaves at least one of it, with one decimal below ten. */
function inFamily(bytes: number, step: number, names: readonly string[]): string {
  let value = bytes;
  let unit = 0;
  // Half a unit below the step: a value that rounds up to it belongs to the next unit.
  while (value >= step - 0.5 && unit < names.length - 1) {
    value /= step;
    unit += 1;
  }
  const digits = unit === 0 || value >= 9.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${names[unit]}`;
}

/** `4_100_000` -> "4.1 MB", `212_345` -> "212 kB", `812` -> "812 B". Not a size at all: "?". */
export function formatFileBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0) return "?";
  return inFamily(bytes, 1000, SI_UNITS);
}

/** A cap that can be shown and divided by. `Infinity`, `NaN`, 0 and less mean "none known". */
export function hasCap(capBytes: number): boolean {
  return Number.isFinite(capBytes) && capBytes > 0;
}

interface Unit {
  name: string;
  bytes: number;
}

function unitOf(capBytes: number): Unit {
  if (capBytes % MIB_BYTES === 0) return { name: "MiB", bytes: MIB_BYTES };
  if (capBytes >= 1_000_000) return { name: "MB", bytes: 1_000_000 };
  if (capBytes % KIB_BYTES === 0) return { name: "KiB", bytes: KIB_BYTES };
  if (capBytes >= 1000) return { name: "kB", bytes: 1000 };
  return { name: "B", bytes: 1 };
}

function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A cap alone: `33_554_432` -> "32 MiB", `4_500_000` -> "4.5 MB". */
export function formatCap(capBytes: number): string {
  const unit = unitOf(capBytes);
  return `${trim((capBytes / unit.bytes).toFixed(3))} ${unit.name}`;
}

/**
 * A request's size in the unit of its cap: "0.8 MiB". One decimal, more when rounding would make a size beside the cap look
 * equal to it, so that "32.0 of 32" is never shown for a request that is too large.
 */
export function formatRequestBytes(bytes: number, capBytes: number): string {
  if (!hasCap(capBytes)) return formatFileBytes(bytes);
  const unit = unitOf(capBytes);
  if (unit.bytes === 1) return `${bytes} B`;
  const value = bytes / unit.bytes;
  if (bytes > 0 && value < 0.05) return `<0.1 ${unit.name}`;
  for (let digits = 1; digits <= 6; digits += 1) {
    const shown = value.toFixed(digits);
    if (bytes === capBytes || Number(shown) !== Number((capBytes / unit.bytes).toFixed(digits))) {
      return `${shown} ${unit.name}`;
    }
  }
  return `${value.toFixed(6)} ${unit.name}`;
}

/** A part of a request, in the family of the cap's unit: "277 KiB" beside "0.3 MiB of 32 MiB", "284 kB" beside "0.3 MB of 20 MB". */
export function formatPartBytes(bytes: number, capBytes: number): string {
  const isBinary = hasCap(capBytes) && unitOf(capBytes).name.endsWith("iB");
  return isBinary ? inFamily(bytes, KIB_BYTES, BINARY_UNITS) : formatFileBytes(bytes);
}

/** How far a request is over its cap, rounded up so that it is never "0.0": "1.2 MiB". */
export function formatExcess(bytes: number, capBytes: number): string {
  const unit = unitOf(capBytes);
  const excess = bytes - capBytes;
  if (unit.bytes === 1 || excess < unit.bytes / 10) return formatFileBytes(excess);
  return `${trim((Math.ceil((excess / unit.bytes) * 10) / 10).toFixed(1))} ${unit.name}`;
}
