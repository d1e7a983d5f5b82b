/**
 * Whether a canvas returns what was drawn on it. Firefox with `privacy.resistFingerprinting`, Tor and Mullvad Browser return
 * noise for every pixel, without an error (T23): an image from such a canvas must never be sent.
 */
import { makeSurface, release } from "../canvas.js";

const SIDE = 16;
/** Brave and Safari's private mode change some pixels by a level or two, which nobody can see. */
const HARMLESS_LEVELS = 8;

const POISONED =
  "The browser returns noise from a canvas instead of its picture, a privacy setting " +
  "(privacy.resistFingerprinting in Firefox and its relatives). Switch it off, or use another browser.";

let verdict: boolean | undefined;

/**
 * Why no picture may be made with a canvas here, in words; `undefined`: it may. Measured once in each worker and once on the
 * page.
 */
export function canvasFault(): string | undefined {
  try {
    verdict ??= measure();
  } catch (cause) {
    return String(cause);
  }
  return verdict ? undefined : POISONED;
}

function measure(): boolean {
  const surface = makeSurface({ width: SIDE, height: SIDE });
  const { context } = surface;
  try {
    // Some protections leave plain areas alone, so each pixel here has a different colour.
    for (let at = 0; at < SIDE * SIDE; at++) {
      const [red, green, blue] = colourAt(at);
      context.fillStyle = `rgb(${red},${green},${blue})`;
      context.fillRect(at % SIDE, Math.floor(at / SIDE), 1, 1);
    }
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    return data.every((value, at) => Math.abs(value - colourAt(at >> 2)[at & 3]!) <= HARMLESS_LEVELS);
  } finally {
    release(surface);
  }
}

function colourAt(at: number): [red: number, green: number, blue: number, alpha: number] {
  return [(at * 37) % 256, (at * 101) % 256, (at * 211) % 256, 255];
}
