/** Peak signal to noise of levels from 0 to 255, in decibels: 0.1 dB is 1.2 % less error, 6 dB half of it. */

export function psnr(one, other) {
  if (one.length !== other.length)
    throw new RangeError(`Pictures of ${one.length} and ${other.length} pixels cannot be compared.`);
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] - other[at]) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / one.length));
}
