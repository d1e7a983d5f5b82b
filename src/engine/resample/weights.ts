/** Lanczos3 weights as Pillow defines them, so that our pixels can be held against its `thumbnail`. */
/** Where on one axis the picture lies. */
export interface Axis {
  /** Samples there are. */
  length: number;
  /** How many samples the picture is long; a fraction where its last sample is only partly inside. */
  span: number;
}

/** Fixed-point weights of one axis: `taps` of them for each target pixel, applied from source sample `starts` on. */
export interface Weights {
  /** Even, since the SIMD kernel multiplies in pairs; unused taps weigh nothing. */
  taps: number;
  starts: Int32Array<ArrayBuffer>;
  values: Int16Array<ArrayBuffer>;
}

/** Fraction bits of a weight. With 14 the largest, 1, still fits 16 bits, and rounding costs a hundredth of a level. */
export const WEIGHT_BITS = 14;

const LOBES = 3;

/** Beyond a handful of sizes a cache only costs memory; the pictures of one drop mostly come from one camera. */
const REMEMBERED = 8;
const remembered = new Map<string, Weights>();

/** The weights that turn an axis into `to` pixels; the same object for the same question. */
export function weightsFor(axis: Axis, to: number): Weights {
  const question = [axis.length, axis.span, to].join();
  const weights = remembered.get(question) ?? makeWeights(axis, to);
  // Asked for last, forgotten last: a map keeps the order in which its keys came.
  remembered.delete(question);
  remembered.set(question, weights);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return weights;
}

/** All windows in one array: thousands of small ones made a new size of picture cost 4 to 15 ms. */
function makeWeights({ length, span }: Axis, to: number): Weights {
  const scale = span / to;
  // Shrinking stretches the window, which is what keeps detail finer than the target's grid from coming back as moire.
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  const most = Math.ceil(support) * 2 + 1;
  const windows = new Float64Array(to * most);
  const firsts = new Int32Array(to);
  const counts = new Int32Array(to);
  let longest = 0;
  for (let target = 0; target < to; target++) {
    const center = (target + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - support + 0.5));
    const count = Math.max(1, Math.min(length, Math.trunc(center + support + 0.5)) - start);
    const window = windows.subarray(target * most, target * most + count);
    let sum = 0;
    for (let tap = 0; tap < count; tap++) sum += window[tap] = lanczos((tap + start - center + 0.5) / stretch);
    for (let tap = 0; tap < count; tap++) window[tap]! /= sum;
    // Without the ends that weigh nothing in fixed point: a picture that keeps its size then costs one tap a pixel, not seven.
    let [first, end] = [0, count];
    while (!weighs(window[first]!)) first++;
    while (!weighs(window[end - 1]!)) end--;
    window.copyWithin(0, first, end);
    firsts[target] = start + first;
    counts[target] = end - first;
    longest = Math.max(longest, end - first);
  }
  const taps = longest + (longest % 2);
  const weights: Weights = { taps, starts: new Int32Array(to), values: new Int16Array(to * taps) };
  for (let target = 0; target < to; target++) {
    // Unused taps come first where they would otherwise reach past the last sample.
    const from = Math.max(0, Math.min(firsts[target]!, length - taps));
    weights.starts[target] = from;
    const window = windows.subarray(target * most, target * most + counts[target]!);
    setFixedPoint(window, weights.values.subarray(target * taps + firsts[target]! - from, (target + 1) * taps));
  }
  return weights;
}

function weighs(value: number): boolean {
  return Math.abs(value) * (1 << WEIGHT_BITS) >= 0.5;
}

function lanczos(x: number): number {
  return x < -LOBES || x >= LOBES ? 0 : sinc(x) * sinc(x / LOBES);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/** Rounded, with what the roundings lost or gained put on the largest weight, so that an even area keeps its colour. */
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
