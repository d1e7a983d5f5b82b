/**
 * The yardstick: Lanczos3 as Pillow defines it (kernel stretched by the ratio, cut at the picture's edge, weights of sum 1),
 * but in float64 from end to end, nothing rounded between the passes and nothing clipped before the end.
 */

const LOBES = 3;

/** For each target sample: the first source sample it sees, and the weights from there on. */
export function lanczosWeights(from, to) {
  const scale = from / to;
  const stretch = Math.max(scale, 1);
  const support = LOBES * stretch;
  return Array.from({ length: to }, (_, target) => {
    const centre = (target + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(from, Math.trunc(centre + support + 0.5));
    const weights = Float64Array.from({ length: end - start }, (__, tap) =>
      lanczos((start + tap - centre + 0.5) / stretch),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { start, weights: weights.map((weight) => weight / sum) };
  });
}

function lanczos(x) {
  return x < -LOBES || x >= LOBES ? 0 : sinc(x) * sinc(x / LOBES);
}

function sinc(x) {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/** One channel of an interleaved picture, resized: levels in float64, cut to 0 to 255 at the very end. */
export function resizeChannel({ data, width, height, channels }, channel, to) {
  const turned = across({ data, width, height, channels }, channel, to.width);
  return down(turned, { width: to.width, height }, to.height);
}

function across({ data, width, height, channels }, channel, toWidth) {
  const columns = lanczosWeights(width, toWidth);
  const into = new Float64Array(toWidth * height);
  const row = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width * channels + channel; x < width; x++, at += channels) row[x] = data[at];
    for (let x = 0; x < toWidth; x++) {
      const { start, weights } = columns[x];
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) sum += weights[tap] * row[start + tap];
      into[y * toWidth + x] = sum;
    }
  }
  return into;
}

function down(source, { width, height }, toHeight) {
  const into = new Float64Array(width * toHeight);
  lanczosWeights(height, toHeight).forEach(({ start, weights }, y) => {
    const line = into.subarray(y * width, (y + 1) * width);
    weights.forEach((weight, tap) => {
      const from = (start + tap) * width;
      for (let x = 0; x < width; x++) line[x] += weight * source[from + x];
    });
    for (let x = 0; x < width; x++) line[x] = Math.min(255, Math.max(0, line[x]));
  });
  return into;
}
