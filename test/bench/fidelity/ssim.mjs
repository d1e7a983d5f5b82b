/** Structural similarity (Wang et al. 2004): Gaussian window of 11 samples, sigma 1.5, mean over the picture, 1 when equal. */

const RADIUS = 5;
const SIGMA = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

const raw = Array.from({ length: 2 * RADIUS + 1 }, (_, at) => Math.exp(-((at - RADIUS) ** 2) / (2 * SIGMA ** 2)));
const total = raw.reduce((sum, weight) => sum + weight, 0);
const WINDOW = raw.map((weight) => weight / total);

/** Of two pictures of the same size, larger than the window; `NaN` when smaller. */
export function ssim(one, other, { width, height }) {
  if (width <= 2 * RADIUS || height <= 2 * RADIUS) return NaN;
  const mean = (plane) => blur(plane, width, height);
  const [meanOne, meanOther] = [mean(one), mean(other)];
  const [squareOne, squareOther, both] = [
    mean(product(one, one)),
    mean(product(other, other)),
    mean(product(one, other)),
  ];
  let sum = 0;
  for (let at = 0; at < meanOne.length; at++) {
    const means = meanOne[at] * meanOther[at];
    const squares = meanOne[at] ** 2 + meanOther[at] ** 2;
    const likeness = (2 * means + C1) * (2 * (both[at] - means) + C2);
    sum += likeness / ((squares + C1) * (squareOne[at] + squareOther[at] - squares + C2));
  }
  return sum / meanOne.length;
}

function product(one, other) {
  const into = new Float64Array(one.length);
  for (let at = 0; at < into.length; at++) into[at] = one[at] * other[at];
  return into;
}

/** Only where the whole window lies inside the picture. */
function blur(plane, width, height) {
  const [narrow, low] = [width - 2 * RADIUS, height - 2 * RADIUS];
  const turned = new Float64Array(narrow * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < narrow; x++) {
      let sum = 0;
      for (let tap = 0; tap < WINDOW.length; tap++) sum += WINDOW[tap] * plane[y * width + x + tap];
      turned[y * narrow + x] = sum;
    }
  }
  const into = new Float64Array(narrow * low);
  for (let y = 0; y < low; y++) {
    WINDOW.forEach((weight, tap) => {
      for (let x = 0; x < narrow; x++) into[y * narrow + x] += weight * turned[(y + tap) * narrow + x];
    });
  }
  return into;
}
