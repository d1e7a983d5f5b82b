/**
 * Rings that get finer outwards: frequency grows with the radius, from nothing in the middle to the finest a picture can hold
 * (half a cycle a pixel) at its left and right edge. Made smaller, everything beyond the target's own limit (Nyquist) must
 * become plain grey; what is left of it there is alias, rings that are not in the picture.
 */

const GREY = 127.5;

/** No kernel is a cliff: up to here, as a multiple of the target's limit, Lanczos3 itself lets rings through. */
const SLOPE = 1.15;

/** Interleaved RGB, so that no decoder takes its grey path. */
export function zonePlate({ width, height }) {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const squared = (x + 0.5 - width / 2) ** 2 + (y + 0.5 - height / 2) ** 2;
      // The phase whose derivative is pi, half a cycle a pixel, at width / 2 from the middle.
      const level = Math.round(GREY + GREY * Math.cos((Math.PI * squared) / width));
      data[at++] = level;
      data[at++] = level;
      data[at++] = level;
    }
  }
  return { data, width, height, channels: 3 };
}

/**
 * Root mean square of what is left beyond the target's limit, in grey levels. `luma` is the plate after shrinking. The corners
 * do not count: their rings are finer than the source's own pixels.
 */
export function aliasLevels(luma, { width, height }, source) {
  const across = source.width / width;
  const down = source.height / height;
  // The frequency at radius r is r / width cycles a pixel of the source; the target holds up to half a cycle of its own.
  const limit = (SLOPE * source.width) / Math.max(across, down) / 2;
  let sum = 0;
  let count = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const radius = Math.hypot((x + 0.5) * across - source.width / 2, (y + 0.5) * down - source.height / 2);
      if (radius <= limit || radius > source.width / 2) continue;
      sum += (luma[at] - GREY) ** 2;
      count++;
    }
  }
  return Math.sqrt(sum / count);
}
