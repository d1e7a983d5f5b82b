/** Lanczos3 weights as Pillow computes them, so that our pixels can be held against its `thumbnail`. */

/** Fixed-point weights of one axis: `taps` slots a target pixel, of which `counts` are used, from source pixel `starts`. */
export interface Kernel {
  taps: number;
  starts: Int32Array;
  counts: Int32Array;
  weights: Int32Array;
}

/** Where on one axis the picture lies: `length` samples are there, and `span` of them (a fraction too) are the picture. */
export interface Axis {
  length: number;
  span: number;
}

/** Fraction bits of a weight: 32, less 8 for the pixel, less 2 for the sign and the overshoot of negative lobes. */
export const WEIGHT_BITS = 22;

const LOBES = 3;

/**
 * The weights that turn `from` into `to` pixels. Shrinking stretches the kernel by the ratio, which is what keeps detail
 * finer than the target's grid from coming back as moire.
 */
export function makeKernel({ length, span }: Axis, to: number): Kernel {
  const scale = span / to;
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  const taps = Math.ceil(support) * 2 + 1;
  const kernel: Kernel = {
    taps,
    starts: new Int32Array(to),
    counts: new Int32Array(to),
    weights: new Int32Array(to * taps),
  };
  const raw = new Float64Array(taps);
  for (let target = 0; target < to; target++) {
    const center = (target + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - support + 0.5));
    const count = Math.min(length, Math.trunc(center + support + 0.5)) - start;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) sum += raw[tap] = lanczos((tap + start - center + 0.5) / stretch);
    for (let tap = 0; tap < count; tap++) kernel.weights[target * taps + tap] = toFixedPoint(raw[tap]! / sum);
    kernel.starts[target] = start;
    kernel.counts[target] = count;
  }
  return kernel;
}

function lanczos(x: number): number {
  return x < -LOBES || x >= LOBES ? 0 : sinc(x) * sinc(x / LOBES);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/** Rounds half away from zero, as Pillow does; `Math.round` would round negative halves towards zero. */
function toFixedPoint(weight: number): number {
  return Math.trunc(weight * (1 << WEIGHT_BITS) + (weight < 0 ? -0.5 : 0.5));
}
