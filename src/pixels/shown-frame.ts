/** Animations often begin with an empty frame, of which a model could say nothing. */
import type { EncodeJob } from "./encode-job.js";
import { makeSurface, release } from "./canvas.js";
import { guard, type Patience } from "../shared/guard.js";
import { isOneColour } from "./one-colour.js";
import { openDecoder } from "./decoders/decode-frame.js";

/** Some seconds of an animation, and of the person's time: one that shows nothing by then is sent as it begins. */
const MAX_FRAMES = 120;
const MAX_MS = 3_000;
/** A frame is looked at in no more detail: one that differs only in less is taken for empty. */
const MAX_SIDE_PX = 1024;

/** The index of the first frame that holds more than one colour, the very first left out. `undefined`: there is none, or it is too far off. */
export async function findShownFrame({ file, mediaType }: EncodeJob, patience: Patience): Promise<number | undefined> {
  const decoder = await openDecoder(file, { type: mediaType }, patience);
  const until = performance.now() + MAX_MS;
  try {
    // Frames are counted as the file is read; there is no track before the one, and not all of them before the other.
    await guard(Promise.all([decoder.tracks.ready, decoder.completed]), patience);
    const count = Math.min(decoder.tracks.selectedTrack?.frameCount ?? 1, MAX_FRAMES);
    for (let index = 1; index < count && performance.now() < until; index++) {
      const { image } = await guard(decoder.decode({ frameIndex: index }), patience, ({ image: late }) => late.close());
      const isShown = showsSomething(image);
      image.close();
      if (isShown) return index;
    }
  } catch {
    // A damaged frame behind sound ones: what was found to be sound is sent.
  } finally {
    decoder.close();
  }
  return undefined;
}

function showsSomething(frame: VideoFrame): boolean {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(frame.displayWidth, frame.displayHeight));
  const width = Math.max(1, Math.round(frame.displayWidth * scale));
  const height = Math.max(1, Math.round(frame.displayHeight * scale));
  const surface = makeSurface({ width, height });
  surface.context.drawImage(frame, 0, 0, width, height);
  const { data } = surface.context.getImageData(0, 0, width, height);
  release(surface);
  return !isOneColour({ pixels: data, width, height });
}
