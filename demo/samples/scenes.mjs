/** The two landscapes, as data for `paint-landscape.mjs`. Positions are fractions of the picture. */

/** Dusk over a mountain lake, 12 megapixels. */
export const lake = {
  width: 4032,
  height: 3024,
  seed: 4,
  grain: 13,
  horizon: 0.62,
  shore: 0.66,
  sun: { x: 0.63, y: 0.5, radius: 0.016, colour: [255, 186, 120] },
  sky: [
    [0, [38, 58, 110]],
    [0.42, [104, 112, 164]],
    [0.74, [214, 148, 150]],
    [1, [255, 196, 142]],
  ],
  cloud: [236, 178, 176],
  water: [26, 44, 74],
  ridges: [
    { base: 0.56, rise: 0.3, scale: 5, seed: 3, colour: [128, 112, 150], mist: [226, 170, 158] },
    { base: 0.6, rise: 0.34, scale: 4, seed: 14, colour: [86, 84, 128], mist: [190, 146, 154] },
    { base: 0.645, rise: 0.22, scale: 7, seed: 27, colour: [48, 60, 96], mist: [122, 110, 138] },
    { base: 0.668, rise: 0.07, scale: 26, seed: 41, colour: [20, 32, 52], mist: [32, 44, 66] },
  ],
};

/** Balloons over a valley at sunrise, portrait, as a phone held upright takes it. */
export const valley = {
  width: 3024,
  height: 4032,
  seed: 9,
  grain: 15,
  horizon: 0.66,
  shore: undefined,
  sun: { x: 0.3, y: 0.57, radius: 0.02, colour: [255, 214, 150] },
  sky: [
    [0, [84, 148, 206]],
    [0.5, [152, 194, 218]],
    [0.82, [246, 216, 178]],
    [1, [255, 196, 140]],
  ],
  cloud: [255, 240, 226],
  water: [0, 0, 0],
  ridges: [
    { base: 0.64, rise: 0.16, scale: 3, seed: 8, colour: [186, 150, 160], mist: [250, 206, 170] },
    { base: 0.69, rise: 0.18, scale: 4, seed: 19, colour: [170, 118, 112], mist: [240, 182, 146] },
    { base: 0.76, rise: 0.16, scale: 5, seed: 32, colour: [142, 88, 74], mist: [214, 142, 106] },
    { base: 0.86, rise: 0.15, scale: 4, seed: 45, colour: [92, 60, 52], mist: [152, 96, 72] },
    { base: 0.96, rise: 0.12, scale: 6, seed: 58, colour: [44, 36, 36], mist: [78, 54, 48] },
  ],
};
