/**
 * Rows of anything a canvas can draw, halved on the way if that loses nothing that matters. No canvas ever holds the whole
 * picture: iOS refuses canvases over 16,777,216 pixels and has a budget for all of them together (T22).
 */
import type { Size } from "../../shared/types.js";
import { makeSurface, release, smoothen, type Surface } from "../canvas.js";
import { type Halvings, halvedAxis, planHalvings } from "./halvings.js";
import type { PixelRows } from "./pixel-rows.js";
import type { Axis } from "./weights.js";

export interface CanvasRows extends PixelRows {
  /** Releases the canvases. */
  release: () => void;
}

/**
 * One step of drawing: `source` is drawn into `drawn` at half its size or the same. Rows are counted per row of the last step.
 */
interface Step {
  source: Size;
  drawn: Size;
}

/** Where the picture lies in the drawn pixels; `wholeAxes` if it covers all of them. */
export interface Axes {
  across: Axis;
  down: Axis;
}

export function wholeAxes({ width, height }: Size): Axes {
  return { across: { length: width, span: width }, down: { length: height, span: height } };
}

export function canvasRows(picture: CanvasImageSource, drawn: Axes, to: Size): CanvasRows {
  const size = { width: drawn.across.length, height: drawn.down.length };
  const halvings = planHalvings(size, to);
  const across = halvedAxis(drawn.across, halvings.x);
  const down = halvedAxis(drawn.down, halvings.y);
  const steps = planSteps(size, halvings);
  let surfaces: Surface[] = [];
  let room = 0;

  const releaseAll = () => {
    for (const surface of surfaces) release(surface);
    surfaces = [];
    room = 0;
  };

  function makeRoom(rows: number): void {
    if (rows <= room) return;
    releaseAll();
    for (const {
      drawn: { width, height },
    } of steps) {
      const surface = makeSurface({ width, height: height * rows });
      smoothen(surface);
      surfaces.push(surface);
    }
    room = rows;
  }

  return {
    across,
    down,
    swap: false,
    alpha: "straight",
    release: releaseAll,
    read(first, count, into) {
      makeRoom(count);
      let source: CanvasImageSource = picture;
      let top = first * 2 ** halvings.y;
      steps.forEach(({ source: from, drawn: { width, height } }, at) => {
        const { context, canvas } = surfaces[at]!;
        context.clearRect(0, 0, width, height * count);
        context.drawImage(source, 0, top, from.width, from.height * count, 0, 0, width, height * count);
        source = canvas;
        top = 0;
      });
      into.set(surfaces.at(-1)!.context.getImageData(0, 0, across.length, count).data);
    },
  };
}

function planSteps({ width: fullWidth }: Size, { x, y }: Halvings): Step[] {
  return Array.from({ length: Math.max(x, y, 1) }, (_, at) => {
    const step = at + 1;
    const width = Math.floor(fullWidth / 2 ** Math.min(step, x));
    const height = 2 ** (y - Math.min(step, y));
    return {
      source: { width: step <= x ? width * 2 : width, height: step <= y ? height * 2 : height },
      drawn: { width, height },
    };
  });
}
