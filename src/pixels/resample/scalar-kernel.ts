/** The kernel in plain TypeScript, for pages whose Content-Security-Policy forbids WebAssembly, and for browsers without SIMD. */
import { inPairs, pairsAtOnce } from "./in-pairs.js";
import { coverFrom, DOWN_SHIFT, downStart, type Kernel } from "./resizer.js";

const ACROSS_SHIFT = 20;

export const scalarKernel: Kernel = (plan) => {
  const { width, stripRows, across, down, swap, opaque } = plan;
  const start = downStart(plan);
  const targetWidth = across.starts.length;
  const strip = new Uint8ClampedArray(width * stripRows * 4);
  const rowBytes = width * 4;
  const keptRows = pairsAtOnce(plan) * 2;
  const kept = new Uint8Array(rowBytes * keptRows);
  const sums = new Int32Array(rowBytes);
  // Taps of weight zero may lie after the last pixel.
  const line = new Int16Array(rowBytes + across.taps * 4);
  const pixels = new Uint8ClampedArray(targetWidth * down.starts.length * 4);
  const [red, blue] = swap ? [2, 0] : [0, 2];

  function blendRows(y: number): void {
    for (let at = 0; at < sums.length; at++) sums[at] = at % 4 === 3 ? 1 << (DOWN_SHIFT - 1) : start;
    for (let tap = 0; tap < down.taps; tap++) {
      const weight = down.values[y * down.taps + tap]!;
      if (weight === 0) continue;
      const from = ((down.starts[y]! + tap) % keptRows) * rowBytes;
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at]! + Math.imul(kept[from + at]!, weight)) | 0;
    }
    for (let at = 0; at < sums.length; at++) line[at] = Math.max(-32_768, Math.min(32_767, sums[at]! >> DOWN_SHIFT));
  }

  function blendColumns(y: number): void {
    for (let x = 0, out = y * targetWidth * 4; x < targetWidth; x++, out += 4) {
      const half = 1 << (ACROSS_SHIFT - 1);
      let [first, second, third, cover] = [half, half, half, half];
      let at = across.starts[x]! * 4;
      const end = (x + 1) * across.taps;
      for (let tap = end - across.taps; tap < end; tap++, at += 4) {
        const weight = across.values[tap]!;
        first = (first + Math.imul(line[at]!, weight)) | 0;
        second = (second + Math.imul(line[at + 1]!, weight)) | 0;
        third = (third + Math.imul(line[at + 2]!, weight)) | 0;
        cover = (cover + Math.imul(line[at + 3]!, weight)) | 0;
      }
      pixels[out + red] = first >> ACROSS_SHIFT;
      pixels[out + 1] = second >> ACROSS_SHIFT;
      pixels[out + blue] = third >> ACROSS_SHIFT;
      pixels[out + 3] = opaque ? 255 : cover >> ACROSS_SHIFT;
    }
  }

  return {
    strip,
    pixels,
    coverOf(rows) {
      let [and, or] = [255, 0];
      for (let at = 3; at < width * rows * 4; at += 4) {
        and &= strip[at]!;
        or |= strip[at]!;
      }
      return coverFrom(and, or);
    },
    take: inPairs(plan, {
      keep: (pair, row) =>
        kept.set(strip.subarray(row * rowBytes, (row + 2) * rowBytes), ((pair * 2) % keptRows) * rowBytes),
      makeRow(y) {
        blendRows(y);
        blendColumns(y);
      },
    }),
  };
};
