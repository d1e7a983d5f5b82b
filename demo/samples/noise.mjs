/** Noise that comes out the same on every machine and every run. */

/** A number in [0, 1) for a pair of whole numbers. */
function hash(x, y, seed) {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const smooth = (t) => t * t * (3 - 2 * t);
const mix = (a, b, t) => a + (b - a) * t;

/** Value noise at a point, 0 to 1. */
export function noise(x, y, seed) {
  const [xi, yi] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [smooth(x - xi), smooth(y - yi)];
  const top = mix(hash(xi, yi, seed), hash(xi + 1, yi, seed), u);
  const bottom = mix(hash(xi, yi + 1, seed), hash(xi + 1, yi + 1, seed), u);
  return mix(top, bottom, v);
}

/** Several octaves of it, 0 to 1: clouds, ridges, grass. */
export function fractal(x, y, seed, octaves) {
  let [sum, weight, total] = [0, 1, 0];
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += noise(x * 2 ** octave, y * 2 ** octave, seed + octave * 17) * weight;
    total += weight;
    weight *= 0.5;
  }
  return sum / total;
}

/** A repeatable sequence of numbers in [0, 1). */
export function sequence(seed) {
  let count = 0;
  return () => hash((count += 1), 7, seed);
}
