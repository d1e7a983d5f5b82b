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

/** One target pixel's weights, in floating point. */
interface Window {
  start: number;
  values: Float64Array;
}

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

function makeWeights({ length, span }: Axis, to: number): Weights {
  const scale = span / to;
  const windows = Array.from({ length: to }, (_, target) => lanczosWindow(scale, length, target));
  const longest = windows.reduce((most, { values }) => Math.max(most, values.length), 0);
  const taps = longest + (longest % 2);
  const weights: Weights = { taps, starts: new Int32Array(to), values: new Int16Array(to * taps) };
  windows.forEach(({ start, values }, target) => {
    // Unused taps come first where they would otherwise reach past the last sample.
    const from = Math.max(0, Math.min(start, length - taps));
    weights.starts[target] = from;
    setFixedPoint(values, weights.values.subarray(target * taps + start - from, (target + 1) * taps));
  });
  return weights;
}

/** Shrinking stretches the window by `scale`, which is what keeps detail finer than the target's grid from coming back as moire. */
function lanczosWindow(scale: number, length: number, target: number): Window {
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  const center = (target + 0.5) * scale;
  const start = Math.max(0, Math.trunc(center - support + 0.5));
  const values = new Float64Array(Math.max(1, Math.min(length, Math.trunc(center + support + 0.5)) - start));
  for (let tap = 0; tap < values.length; tap++) values[tap] = lanczos((tap + start - center + 0.5) / stretch);
  const sum = values.reduce((total, value) => total + value, 0);
  return trimmed({ start, values: values.map((value) => value / sum) });
}

/** Without the ends that weigh nothing in fixed point: a picture that keeps its size then costs one tap a pixel, not seven. */
function trimmed({ start, values }: Window): Window {
  const weighs = (value: number) => Math.abs(value) * (1 << WEIGHT_BITS) >= 0.5;
  const first = values.findIndex(weighs);
  return { start: start + first, values: values.slice(first, values.findLastIndex(weighs) + 1) };
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
