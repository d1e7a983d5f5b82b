/** The kernel in WebAssembly SIMD: ten times as fast as plain TypeScript. Its source is `simd/lanczos.as.ts`. */
import { coverFrom, downStart, type Kernel, type ResizePlan } from "./resizer.js";
import { SIMD_BYTES } from "./simd/bytes.js";

/** The module's exports; pointers and lengths are in bytes of its memory. */
interface Exports extends WebAssembly.Exports {
  blendRows: (rows: number, stride: number, weights: number, pairs: number, line: number, bytes: number, start: number) => void;
  blendColumns: (line: number, starts: number, weights: number, pairs: number, out: number, count: number, swap: boolean, cover: number) => void;
  coverOf: (pixels: number, count: number) => number;
}

const PAGE_BYTES = 65_536;
const OPAQUE = 255 << 24;

/** Rejects where a policy forbids WebAssembly or the browser has no SIMD. */
export async function loadSimdKernel(): Promise<Kernel> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = Uint8Array.from(atob(SIMD_BYTES), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const run = instance.exports as Exports;

  return (plan) => {
    const place = layOut(plan);
    const missing = place.end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    const { buffer } = memory;
    const { width, across, down, swap, opaque } = plan;
    const start = downStart(plan);
    const targetWidth = across.starts.length;
    new Int32Array(buffer, place.starts, targetWidth).set(across.starts);
    new Int16Array(buffer, place.across, across.values.length).set(across.values);
    new Int16Array(buffer, place.down, down.values.length).set(down.values);
    return {
      strip: new Uint8ClampedArray(buffer, place.strip, width * plan.stripRows * 4),
      pixels: new Uint8ClampedArray(buffer, place.pixels, targetWidth * down.starts.length * 4),
      coverOf(rows) {
        const both = run.coverOf(place.strip, width * rows);
        return coverFrom(both & 255, both >> 8);
      },
      makeRow(y, firstRow) {
        const from = place.strip + (down.starts[y]! - firstRow) * width * 4;
        run.blendRows(from, width * 4, place.down + y * down.taps * 2, down.taps / 2, place.line, width * 4, start);
        const to = place.pixels + y * targetWidth * 4;
        run.blendColumns(place.line, place.starts, place.across, across.taps / 2, to, targetWidth, swap, opaque ? OPAQUE : 0);
      },
    };
  };
}

/** Where everything lies, with the room that the kernel's last reads and writes run over. */
function layOut({ width, stripRows, across, down }: ResizePlan) {
  let end = 0;
  const room = (bytes: number, spare = 0) => {
    const start = end;
    end += Math.ceil((bytes + spare) / 16) * 16;
    return start;
  };
  return {
    starts: room(across.starts.byteLength),
    across: room(across.values.byteLength),
    down: room(down.values.byteLength),
    line: room(Math.max(width, across.taps) * 8, 64),
    pixels: room(across.starts.length * down.starts.length * 4),
    strip: room(Math.max(stripRows, down.taps) * width * 4, 32),
    end,
  };
}
