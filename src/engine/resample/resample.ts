/** A decoded picture in, the pixels of the target out: exact halvings on canvas, then one Lanczos3 pass of our own. */
import type { Size } from "../../core/types.js";
import { coverOf, premultiply, unpremultiply } from "../alpha.js";
import type { Picture } from "../orientation.js";
import { readBands } from "./bands.js";
import { halvedAxis, planHalvings } from "./halvings.js";
import { makeKernel } from "./kernel.js";
import { resizeLines } from "./lanczos.js";

/** RGBA with straight alpha. Throws what the canvas throws when memory is short. */
export function resample(picture: CanvasImageSource, from: Size, to: Size): Picture {
  const halvings = planHalvings(from, to);
  const columns = halvedAxis(from.width, halvings.x);
  const rows = halvedAxis(from.height, halvings.y);
  const across = makeKernel(columns, to.width);
  const down = makeKernel(rows, to.height);
  const turned = new Uint8ClampedArray(to.width * rows.length * 4);
  let alpha = false;
  for (const band of readBands(picture, from, halvings)) {
    const translucent = coverOf(band.pixels) !== "opaque";
    if (translucent) premultiply(band.pixels);
    alpha ||= translucent;
    resizeLines({
      kernel: across,
      source: band.pixels,
      sourceLength: columns.length,
      lines: band.rows,
      into: turned,
      intoLength: rows.length,
      firstLine: band.firstRow,
      alpha: translucent,
    });
  }
  const pixels = new Uint8ClampedArray(to.width * to.height * 4);
  resizeLines({
    kernel: down,
    source: turned,
    sourceLength: rows.length,
    lines: to.width,
    into: pixels,
    intoLength: to.width,
    firstLine: 0,
    alpha,
  });
  if (alpha) unpremultiply(pixels);
  return { ...to, pixels };
}
