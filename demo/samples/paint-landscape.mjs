/** Paints mountains over water (or over dunes) into raw RGB: photo-like in what matters to a codec, fine grain included. */
import { fractal, noise, sequence } from "./noise.mjs";

const mix = (a, b, t) => a + (b - a) * t;
const blend = (a, b, t) => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
const clamp = (t) => Math.min(1, Math.max(0, t));

/** Colour of a gradient given as [position, colour] stops. */
function gradient(stops, t) {
  let low = stops[0];
  for (const high of stops) {
    if (t <= high[0]) return blend(low[1], high[1], high[0] === low[0] ? 0 : (t - low[0]) / (high[0] - low[0]));
    low = high;
  }
  return low[1];
}

/** Height of every ridge at every column, so that the water can mirror it. */
function ridgeLines({ width, height, ridges }) {
  return ridges.map(({ base, rise, scale, seed }) =>
    Float32Array.from({ length: width }, (_, x) => {
      const t = fractal((x / width) * scale, seed, seed, 7);
      return (base - (t - 0.5) * rise) * height;
    }),
  );
}

/** The picture without water: sky, sun, clouds and the ridges in front of each other. */
function makeAir(scene) {
  const { width, height, sky, sun, ridges, cloud, horizon } = scene;
  const lines = ridgeLines(scene);
  return (x, y) => {
    for (let index = ridges.length - 1; index >= 0; index -= 1) {
      const edge = lines[index][x];
      if (y < edge) continue;
      const { colour, mist } = ridges[index];
      const depth = (y - edge) / height;
      const texture = (fractal(x / 46, y / 30, 91 + index, 4) - 0.5) * 30 * (0.3 + index / ridges.length);
      const rim = Math.exp(-depth * 60) * 16 * (1 - index / ridges.length);
      const lit = [colour[0] + texture + rim, colour[1] + texture + rim * 0.8, colour[2] + texture * 0.8 + rim * 0.5];
      return blend(lit, mist, clamp(depth * 5.5) * 0.55);
    }
    const t = y / (height * horizon);
    const away = Math.hypot((x - sun.x * width) / width, ((y - sun.y * height) / height) * (height / width));
    const glow = Math.exp(-away * 6.5) * 0.85 + Math.exp(-away * 26) * 0.4;
    const disc = clamp((sun.radius - away) * 700);
    const haze = fractal(x / width / 0.09 + 3, y / height / 0.028, 5, 5);
    const veil = clamp((haze - 0.5) * 2.7) * clamp(1.15 - t) * 0.75;
    const clear = blend(gradient(sky, t), sun.colour, clamp(glow));
    return blend(blend(clear, blend(cloud, sun.colour, clamp(glow * 1.3)), veil), [255, 250, 232], disc);
  };
}

/** What lies below the shore: the air mirrored, broken by ripples that grow towards the viewer. */
function makeWater({ width, height, shore, water, sun }, air) {
  const shoreY = Math.round(height * shore);
  return (x, y) => {
    const near = (y - shoreY) / (height - shoreY);
    const ripple = fractal(x / (60 + near * 220), y / (5 + near * 26), 33, 4) - 0.5;
    const mirrored = shoreY - (y - shoreY) * 0.92 + ripple * (14 + near * 190);
    const sampleX = Math.round(Math.min(width - 1, Math.max(0, x + ripple * near * 120)));
    const reflected = air(sampleX, Math.max(0, Math.min(shoreY - 2, mirrored)));
    const glint = Math.exp(-Math.abs(x / width - sun.x) * (13 - near * 6)) * clamp(ripple * 4) * 90;
    const tinted = blend(reflected, water, 0.3 + near * 0.34);
    return [tinted[0] + glint, tinted[1] + glint * 0.85, tinted[2] + glint * 0.6];
  };
}

/** Raw RGB, 3 bytes a pixel. */
export function paintLandscape(scene) {
  const { width, height, shore, grain, seed } = scene;
  const air = makeAir(scene);
  const water = shore === undefined ? undefined : makeWater(scene, air);
  const shoreY = shore === undefined ? height : Math.round(height * shore);
  const random = sequence(seed);
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const colour = y < shoreY || !water ? air(x, y) : water(x, y);
      const edge = Math.hypot(x / width - 0.5, y / height - 0.5);
      const vignette = 1 - clamp(edge - 0.35) * 0.5;
      const speckle = (random() + random() - 1) * grain + (noise(x / 3, y / 3, 12) - 0.5) * grain * 0.6;
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at + channel] = Math.min(255, Math.max(0, colour[channel] * vignette + speckle));
      }
    }
  }
  return pixels;
}
