/** The kernel in WebAssembly SIMD: ten times as fast as plain TypeScript. Its source is `simd/lanczos.as.ts`. */
import { loadWasm } from "../../shared/wasm-module.js";
import { inPairs, isCopy, pairsAtOnce } from "./in-pairs.js";
import { coverFrom, downStart, type Kernel, type ResizePlan } from "./resizer.js";
import { SIMD_BYTES } from "./simd/bytes.js";
import type { Weights } from "./weights.js";

/** The module's exports; pointers and lengths are in bytes of its memory. */
interface Exports {
  pairRows: (upper: number, stride: number, out: number, bytes: number) => void;
  blendRows: (
    first: number,
    ring: number,
    ringEnd: number,
    pairBytes: number,
    weights: number,
    pairs: number,
    line: number,
    bytes: number,
    start: number,
  ) => void;
  blendColumns: (
    line: number,
    starts: number,
    weights: number,
    pairs: number,
    out: number,
    count: number,
    swap: boolean,
    cover: number,
  ) => void;
  copyPixels: (from: number, to: number, count: number, swap: boolean, cover: number) => void;
  coverOf: (pixels: number, count: number) => number;
}

const OPAQUE = 255 << 24;

/** Rejects if a policy forbids WebAssembly or the browser has no SIMD. */
export async function loadSimdKernel(): Promise<Kernel> {
  const { run, memoryOf } = await loadWasm<Exports>(SIMD_BYTES);

  return (plan) => {
    const place = layOut(plan);
    const buffer = memoryOf(place.end);
    const { width, across, down, swap, opaque } = plan;
    const start = downStart(plan);
    const targetWidth = across.starts.length;
    const rowBytes = width * 4;
    const pairs = pairsAtOnce(plan);
    const ringEnd = place.ring + pairs * place.pairBytes;
    const cover = opaque ? OPAQUE : 0;
    let copied = 0;
    const copy = (rows: number) => {
      run.copyPixels(place.strip, place.pixels + copied * rowBytes, rows * width, swap, cover);
      copied += rows;
    };
    const slot = (pair: number) => place.ring + (pair % pairs) * place.pairBytes;
    new Int32Array(buffer, place.starts, inFours(targetWidth)).fill(0).set(across.starts);
    new Int32Array(buffer, place.across, inFours(targetWidth) * (across.taps / 2)).set(weightsInFours(across));
    new Int16Array(buffer, place.down, down.values.length).set(down.values);
    return {
      strip: new Uint8ClampedArray(buffer, place.strip, rowBytes * plan.stripRows),
      pixels: new Uint8ClampedArray(buffer, place.pixels, targetWidth * down.starts.length * 4),
      coverOf(rows) {
        const both = run.coverOf(place.strip, width * rows);
        return coverFrom(both & 255, both >> 8);
      },
      take: isCopy(plan)
        ? copy
        : inPairs(plan, {
            keep: (pair, row) => run.pairRows(place.strip + row * rowBytes, rowBytes, slot(pair), rowBytes),
            makeRow(y) {
              const first = slot(down.starts[y]! / 2);
              run.blendRows(
                first,
                place.ring,
                ringEnd,
                place.pairBytes,
                place.down + y * down.taps * 2,
                pairs,
                place.line,
                rowBytes,
                start,
              );
              const to = place.pixels + y * targetWidth * 4;
              run.blendColumns(place.line, place.starts, place.across, across.taps / 2, to, targetWidth, swap, cover);
            },
          }),
    };
  };
}

const inFours = (count: number) => Math.ceil(count / 4) * 4;

/** Pairs of weights, for four neighbouring pixels one after the other. */
function weightsInFours({ taps, starts, values }: Weights): Int32Array {
  const pairs = taps / 2;
  const each = new Int32Array(values.buffer);
  const sorted = new Int32Array(inFours(starts.length) * pairs);
  for (let x = 0; x < starts.length; x++) {
    const to = (x & ~3) * pairs + (x & 3);
    for (let pair = 0; pair < pairs; pair++) sorted[to + pair * 4] = each[x * pairs + pair]!;
  }
  return sorted;
}

/**
 * The memory layout, with room for the kernel's last reads and writes beyond the end. The pairs are stored slightly further apart
 * than their length: at a distance of a power of two they would all compete for the same few lines of the processor's cache.
 */
function layOut(plan: ResizePlan) {
  const { width, stripRows, across, down } = plan;
  const pairBytes = Math.ceil((width * 4) / 32) * 128 + 192;
  let end = 0;
  const room = (bytes: number, spare = 0) => {
    const start = end;
    end += Math.ceil((bytes + spare) / 64) * 64;
    return start;
  };
  return {
    pairBytes,
    starts: room(inFours(across.starts.length) * 4),
    across: room(inFours(across.starts.length) * across.taps * 2),
    down: room(down.values.byteLength),
    line: room((width + across.taps) * 8, 128),
    ring: room(pairsAtOnce(plan) * pairBytes, 128),
    pixels: room(across.starts.length * down.starts.length * 4, 16),
    strip: room(stripRows * width * 4, 32),
    end,
  };
}
