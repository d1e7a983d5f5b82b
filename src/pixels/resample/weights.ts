/** Lanczos3 weights as Pillow defines them, so that our pixels can be compared with its `thumbnail`. */
/** Where on one axis the picture lies. */
export interface Axis {
  /** Number of samples. */
  length: number;
  /** Length of the picture in samples; a fraction if its last sample is only partly inside. */
  span: number;
}

/** Fixed-point weights of one axis: `taps` of them for each target pixel, applied from source sample `starts` on. */
export interface Weights {
  /**
   * Even, like `starts`, since the SIMD kernel multiplies in pairs. Extra taps have weight zero, and may lie past the last
   * sample.
   */
  taps: number;
  /** Each target pixel is one sample, unchanged. */
  same: boolean;
  starts: Int32Array<ArrayBuffer>;
  values: Int16Array<ArrayBuffer>;
}

/** Fraction bits of a weight. With 14 the largest weight, 1, still fits 16 bits, and rounding costs a hundredth of a level. */
export const WEIGHT_BITS = 14;

const LOBES = 3;

/** Beyond a handful of sizes a cache only costs memory; most pictures of one drop come from one camera. */
const REMEMBERED = 8;
const remembered = new Map<string, Weights>();

/** The weights that resample an axis to `to` pixels; returns the same object for the same arguments. */
export function weightsFor(axis: Axis, to: number): Weights {
  const question = [axis.length, axis.span, to].join();
  const weights = remembered.get(question) ?? makeWeights(axis, to);
  // The most recently used entry is removed last: a map keeps the order of insertion.
  remembered.delete(question);
  remembered.set(question, weights);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return weights;
}

function makeWeights({ length, span }: Axis, to: number): Weights {
  const scale = span / to;
  const most = Math.ceil(LOBES * Math.max(scale, 1)) * 2 + 2;
  const windows = new Int16Array(to * most);
  const starts = new Int32Array(to);
  const window = new Float64Array(most);
  let taps = 0;
  for (let target = 0; target < to; target++) {
    const { start, first, count } = lanczosWindow(window, scale, length, target);
    const from = (start + first) & ~1;
    starts[target] = from;
    const offset = start + first - from;
    setFixedPoint(window.subarray(first, first + count), windows.subarray(target * most + offset));
    taps = Math.max(taps, offset + count);
  }
  taps += taps % 2;
  const values = new Int16Array(to * taps);
  for (let target = 0; target < to; target++)
    values.set(windows.subarray(target * most, target * most + taps), target * taps);
  return { taps, same: length === to && span === to, starts, values };
}

/**
 * Fills `window` with the weights of the samples from `start` on. Shrinking stretches Lanczos by `scale`, which keeps detail
 * finer than the target's grid from turning into moire. From `first` on, `count` of them are above zero in fixed point: a picture
 * that keeps its size takes one tap per pixel, not seven.
 */
function lanczosWindow(window: Float64Array, scale: number, length: number, target: number) {
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  const center = (target + 0.5) * scale;
  const start = Math.max(0, Math.trunc(center - support + 0.5));
  const reach = Math.max(1, Math.min(length, Math.trunc(center + support + 0.5)) - start);
  let sum = 0;
  for (let tap = 0; tap < reach; tap++) sum += window[tap] = lanczos((tap + start - center + 0.5) / stretch);
  for (let tap = 0; tap < reach; tap++) window[tap]! /= sum;
  let first = 0;
  let end = reach;
  while (first < end - 1 && !weighs(window[first]!)) first++;
  while (end - 1 > first && !weighs(window[end - 1]!)) end--;
  return { start, first, count: end - first };
}

function weighs(value: number): boolean {
  return Math.abs(value) * (1 << WEIGHT_BITS) >= 0.5;
}

/** sinc(x) sinc(x / 3), by one sine: sin(3 y) is 3 sin(y) - 4 sin(y)^3. */
function lanczos(x: number): number {
  if (x === 0) return 1;
  if (x < -LOBES || x >= LOBES) return 0;
  const third = (x * Math.PI) / LOBES;
  const sine = Math.sin(third);
  const sinePerThird = sine / third;
  return sinePerThird * sinePerThird * (1 - (4 / 3) * sine * sine);
}

/** Rounded; the sum of the rounding errors goes to the largest weight, so that an even area keeps its colour. */
function setFixedPoint(values: Float64Array, into: Int16Array): void {
  let largest = 0;
  let missing = 1 << WEIGHT_BITS;
  for (let tap = 0; tap < values.length; tap++) {
    into[tap] = Math.round(values[tap]! * (1 << WEIGHT_BITS));
    missing -= into[tap]!;
    if (into[tap]! > into[largest]!) largest = tap;
  }
  into[largest]! += missing;
}
