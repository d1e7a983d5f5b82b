/** Converts colours before the pipeline gets the pixels: Firefox 153 and WebKitGTK 2.50 ignore the `colorSpace` of `ImageData`. */
import { linearToSrgb, srgbToLinear } from "../formats/icc/srgb-curve.js";

/** Steps of linear light. Near black, where levels are closest in light, a step is 0.8 of a level, so greys stay as they are. */
const FULL_LIGHT = 4095;
/** The matrix gives -0.225 to 1.225 of full light; values outside 0 to 1 are in the table, too, and are clipped. */
const BELOW = 1024;
const ABOVE = 1024;

let tables: { toLight: Float32Array; toLevel: Uint8Array } | undefined;

function makeTables() {
  const toLight = Float32Array.from({ length: 256 }, (_, level) => srgbToLinear(level / 255) * FULL_LIGHT);
  const toLevel = Uint8Array.from({ length: BELOW + FULL_LIGHT + 1 + ABOVE }, (_, at) => {
    const light = Math.min(1, Math.max(0, (at - BELOW) / FULL_LIGHT));
    return Math.round(linearToSrgb(light) * 255);
  });
  return { toLight, toLevel };
}

/** The offset into `toLevel`, and a half so that truncating rounds. */
const OFFSET = BELOW + 0.5;

/**
 * RGBA, straight alpha, in place. Colours outside sRGB are clipped, each channel by itself, as browsers do. The matrix converts
 * from the primaries of SMPTE EG 432-1 to those of ITU-R BT.709, both with D65.
 */
export function displayP3ToSrgb(data: Uint8ClampedArray): void {
  const { toLight, toLevel } = (tables ??= makeTables());
  for (let at = 0; at < data.length; at += 4) {
    const red = toLight[data[at]!]!;
    const green = toLight[data[at + 1]!]!;
    const blue = toLight[data[at + 2]!]!;
    data[at] = toLevel[(1.2249402 * red - 0.2249402 * green + OFFSET) | 0]!;
    data[at + 1] = toLevel[(1.042057 * green - 0.042057 * red + OFFSET) | 0]!;
    data[at + 2] = toLevel[(1.0982736 * blue - 0.0196376 * red - 0.078636 * green + OFFSET) | 0]!;
  }
}
