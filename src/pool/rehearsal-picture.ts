/** A JPEG of a photo's size without a canvas of that size: one row of blocks, coded by the browser, repeated between restart marks. */
import type { Size } from "../shared/types.js";
import { exportBlob, makeSurface, release } from "../pixels/canvas.js";
import { guard, type Patience } from "../shared/guard.js";
import { readHeader } from "../jpeg-codec/header.js";
import { DRI, SEGMENT_HEAD_BYTES, SOF0, SOS } from "../jpeg-codec/segments.js";

/** As high as a block is with halved colour, and two of the others. */
const BAND_ROWS = 16;
/** Strong enough to have some detail in each block, weak enough that a decoder is through quickly. */
const NOISE_LEVELS = 24;
const RST0 = 0xd0;
const EOI = [0xff, 0xd9] as const;

/** `height`, in rows of 16. Rejects where the browser codes no plain JPEG. */
export async function rehearsalPicture({ width, height }: Size, patience: Patience): Promise<Blob> {
  const band = await codedBand(width, patience);
  const header = readHeader(band);
  const frame = header?.segments.find(({ marker }) => marker === SOF0);
  const scan = header?.segments.find(({ marker }) => marker === SOS);
  if (!header || !frame || !scan) throw new Error("The canvas wrote no plain JPEG.");
  const head = band.slice(0, header.data.start);
  head[frame.start + 1] = height >> 8;
  head[frame.start + 2] = height & 255;
  const scanHead = scan.start - SEGMENT_HEAD_BYTES;
  const data = band.subarray(header.data.start, header.data.end);
  const bands = Array.from({ length: height / BAND_ROWS }, (_, at) => (at === 0 ? [data] : [Uint8Array.of(0xff, RST0 + ((at - 1) % 8)), data])).flat();
  const parts = [head.subarray(0, scanHead), restartsEvery(blocksIn(band, frame.start, width)), head.subarray(scanHead), ...bands, Uint8Array.from(EOI)];
  return new Blob(parts, { type: "image/jpeg" });
}

async function codedBand(width: number, patience: Patience): Promise<Uint8Array<ArrayBuffer>> {
  const surface = makeSurface({ width, height: BAND_ROWS });
  try {
    const image = new ImageData(width, BAND_ROWS);
    const words = new Uint32Array(image.data.buffer);
    // A generator of our own, so that it is the same picture every time.
    for (let at = 0, state = 1; at < words.length; at++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const level = 100 + ((at % width) >> 5) % 64 + (((state >>> 24) * NOISE_LEVELS) >> 8);
      words[at] = 0xff00_0000 | (level << 16) | (level << 8) | (level ^ 16);
    }
    surface.context.putImageData(image, 0, 0);
    const blob = await guard(exportBlob(surface, "image/jpeg", 0.85), patience);
    return new Uint8Array(await guard(blob.arrayBuffer(), patience));
  } finally {
    release(surface);
  }
}

/** Of the groups of blocks that belong together, how many a band has. `frame`: where the frame's payload begins. */
function blocksIn(jpeg: Uint8Array, frame: number, width: number): number {
  const sampling = jpeg[frame + 7]!;
  const across = 8 * (sampling >> 4);
  const down = 8 * (sampling & 15);
  return Math.ceil(width / across) * (BAND_ROWS / down);
}

function restartsEvery(blocks: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(0xff, DRI, 0, 4, blocks >> 8, blocks & 255);
}
