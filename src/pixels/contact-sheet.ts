/** Frames of an animation on one picture, each with its time below it. Only where the browser has `ImageDecoder`. */
import { fitWithin } from "../shared/fit.js";
import type { MediaType, Size } from "../shared/types.js";
import { isTimeout, type TimeLimit, withTimeout } from "../shared/with-timeout.js";
import { makeSurface, release } from "./canvas.js";
import { openDecoder } from "./decoders/decode-frame.js";
import { type ImageDecoderLike, imageDecoderClass } from "./decoders/image-decoder-api.js";

/** A picture of several frames of an animation. */
export interface ContactSheet {
  pixels: ImageData;
  /** Of the frames on it, in milliseconds from the start. */
  timesMs: readonly number[];
  /** Of the whole animation. */
  frameCount: number;
}

export interface SheetRequest {
  file: Blob;
  mediaType: MediaType;
  /** The most that the sheet may take. */
  box: Size;
  /** A CSS colour. */
  background: string;
  timeLimit: TimeLimit;
}

/** `failure`: why there is none, in words. */
export type DrawSheet = (request: SheetRequest) => Promise<ContactSheet | { failure: string }>;

/** More would be too small to be seen. */
const MAX_FRAMES = 9;
const GAP_PX = 8;
const LABEL_PX = 24;
const FONT = "16px sans-serif";

/** Across, down, and of each frame. */
interface Layout {
  columns: number;
  rows: number;
  frame: Size;
}

/** Rejects only with the signal's reason. */
export const drawContactSheet: DrawSheet = async (request) => {
  const { file, mediaType, timeLimit } = request;
  if (!imageDecoderClass()) return { failure: "This browser cannot take single frames out of it." };
  let decoder: ImageDecoderLike | undefined;
  try {
    decoder = await openDecoder(file, { type: mediaType }, timeLimit);
    await withTimeout(Promise.all([decoder.tracks.ready, decoder.completed]), timeLimit);
    return await drawn(decoder, request);
  } catch (cause) {
    timeLimit.signal?.throwIfAborted();
    return { failure: isTimeout(cause) ? "Its frames took too long." : "Its frames cannot be decoded." };
  } finally {
    decoder?.close();
  }
};

async function drawn(
  decoder: ImageDecoderLike,
  { box, background, timeLimit }: SheetRequest,
): Promise<ContactSheet | { failure: string }> {
  const frameCount = decoder.tracks.selectedTrack?.frameCount ?? 1;
  if (frameCount < 2) return { failure: "The browser sees one frame only." };
  const count = Math.min(MAX_FRAMES, frameCount);
  const timesMs: number[] = [];
  let sheet: { surface: ReturnType<typeof makeSurface>; layout: Layout } | undefined;
  try {
    for (let at = 0; at < count; at += 1) {
      const frameIndex = Math.round((at * (frameCount - 1)) / (count - 1));
      const { image } = await withTimeout(decoder.decode({ frameIndex }), timeLimit, ({ image: late }) => late.close());
      const { displayWidth: width, displayHeight: height, timestamp } = image;
      sheet ??= begin(layoutFor({ width, height }, count, box), background);
      timesMs.push(Math.round(timestamp / 1000));
      place(sheet, image, at, timesMs.at(-1)!);
    }
    if (!sheet) return { failure: "It has no frames." };
    const { canvas, context } = sheet.surface;
    return { pixels: context.getImageData(0, 0, canvas.width, canvas.height), timesMs, frameCount };
  } finally {
    if (sheet) release(sheet.surface);
  }
}

/** The columns at which frames are largest; never larger than they are. */
function layoutFor(size: Size, count: number, box: Size): Layout {
  const layouts = Array.from({ length: count }, (_, at): Layout => {
    const [columns, rows] = [at + 1, Math.ceil(count / (at + 1))];
    const room = {
      width: Math.max(1, Math.floor((box.width - GAP_PX * (columns + 1)) / columns)),
      height: Math.max(1, Math.floor((box.height - GAP_PX * (rows + 1)) / rows) - LABEL_PX),
    };
    return { columns, rows, frame: fitWithin(size, room) };
  });
  const longest = ({ columns, rows, frame }: Layout) => Math.max(columns * frame.width, rows * frame.height);
  return layouts.reduce((best, one) => {
    const isLarger = one.frame.width - best.frame.width || longest(best) - longest(one);
    return isLarger > 0 ? one : best;
  });
}

function begin(layout: Layout, background: string) {
  const { columns, rows, frame } = layout;
  const surface = makeSurface({
    width: columns * (frame.width + GAP_PX) + GAP_PX,
    height: rows * (frame.height + LABEL_PX + GAP_PX) + GAP_PX,
  });
  const { context, canvas } = surface;
  // White lies below, since the background may be translucent.
  for (const colour of ["#ffffff", background]) {
    context.fillStyle = colour;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = "high";
  context.font = FONT;
  context.textBaseline = "middle";
  return { surface, layout };
}

/** Closes the frame. */
function place(
  { surface: { context }, layout: { columns, frame } }: ReturnType<typeof begin>,
  image: VideoFrame,
  at: number,
  timeMs: number,
): void {
  const left = GAP_PX + (at % columns) * (frame.width + GAP_PX);
  const top = GAP_PX + Math.floor(at / columns) * (frame.height + LABEL_PX + GAP_PX);
  context.drawImage(image, left, top, frame.width, frame.height);
  image.close();
  // Dark on light, whatever the background.
  context.fillStyle = "#ffffff";
  context.fillRect(left, top + frame.height, frame.width, LABEL_PX);
  context.fillStyle = "#000000";
  context.fillText(`${(timeMs / 1000).toFixed(2)} s`, left + 2, top + frame.height + LABEL_PX / 2, frame.width - 2);
}
