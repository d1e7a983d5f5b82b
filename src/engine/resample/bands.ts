/**
 * Reads a picture a few rows at a time, halved on the way. No canvas ever holds the whole source: iOS refuses canvases
 * over 16,777,216 pixels and has a budget for all of them together (T22).
 */
import type { Size } from "../../core/types.js";
import { makeSurface, release, type Surface } from "../canvas.js";
import { type Halvings, halvedAxis } from "./halvings.js";

export interface Band {
  pixels: Uint8ClampedArray<ArrayBuffer>;
  firstRow: number;
  rows: number;
}

/** Largest canvas used on the way: 4 MB, which also stays in the processor's cache. */
const BAND_PIXELS = 2 ** 20;

interface Step {
  surface: Surface;
  /** Of what is read; of what is drawn: half of it, or the same. Rows are counted for one row of the final band. */
  source: Size;
  drawn: Size;
}

/** The halved picture from top to bottom. Give each band up before asking for the next. */
export function* readBands(picture: CanvasImageSource, from: Size, halvings: Halvings): Generator<Band> {
  const total = halvedAxis(from.height, halvings.y).length;
  const { steps, bandRows } = planSteps(from, halvings, total);
  try {
    for (let firstRow = 0; firstRow < total; firstRow += bandRows) {
      const rows = Math.min(bandRows, total - firstRow);
      let source: CanvasImageSource = picture;
      let top = firstRow * 2 ** halvings.y;
      for (const { surface, source: read, drawn } of steps) {
        surface.context.clearRect(0, 0, drawn.width, drawn.height * rows);
        surface.context.drawImage(source, 0, top, read.width, read.height * rows, 0, 0, drawn.width, drawn.height * rows);
        source = surface.canvas;
        top = 0;
      }
      const { surface, drawn } = steps.at(-1)!;
      yield { pixels: surface.context.getImageData(0, 0, drawn.width, rows).data, firstRow, rows };
    }
  } finally {
    for (const { surface } of steps) release(surface);
  }
}

function planSteps(from: Size, halvings: Halvings, total: number): { steps: Step[]; bandRows: number } {
  const sizes: { source: Size; drawn: Size }[] = [];
  const count = Math.max(halvings.x, halvings.y, 1);
  for (let step = 1; step <= count; step++) {
    const width = halvedAxis(from.width, Math.min(step, halvings.x)).length;
    const height = 2 ** (halvings.y - Math.min(step, halvings.y));
    const source: Size = { width: step <= halvings.x ? width * 2 : width, height: step <= halvings.y ? height * 2 : height };
    sizes.push({ source, drawn: { width, height } });
  }
  const { drawn: largest } = sizes[0]!;
  const bandRows = Math.min(total, Math.max(1, Math.floor(BAND_PIXELS / (largest.width * largest.height))));
  const steps = sizes.map((size): Step => ({ ...size, surface: smoothSurface(size.drawn, bandRows) }));
  return { steps, bandRows };
}

/** At 2:1 the smoothing `low` is a plain box filter in every engine; `high` is not, and is worst in WebKitGTK (T18). */
function smoothSurface({ width, height }: Size, bandRows: number): Surface {
  const surface = makeSurface({ width, height: height * bandRows });
  surface.context.imageSmoothingEnabled = true;
  surface.context.imageSmoothingQuality = "low";
  return surface;
}
