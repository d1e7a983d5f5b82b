/** Quantization tables: those of ISO/IEC 10918-1, annex K.1, row by row, scaled as libjpeg does. */

const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
] as const;
const CHROMINANCE = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99,
] as const;
/** Baseline stores each step in a byte. */
const MAX_STEP = 255;

/** For a quality of 0 to 1, with the same meaning as in every encoder derived from libjpeg. */
export function quantizationTables(
  quality: number,
): readonly [luminance: readonly number[], chrominance: readonly number[]] {
  const percent = Math.min(100, Math.max(1, Math.round(quality * 100)));
  const scale = percent < 50 ? Math.floor(5000 / percent) : 200 - 2 * percent;
  const scaled = (step: number) => Math.min(MAX_STEP, Math.max(1, Math.floor((step * scale + 50) / 100)));
  return [LUMINANCE.map(scaled), CHROMINANCE.map(scaled)];
}
