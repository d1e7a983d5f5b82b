/** Finds a frame worth sending in animations whose first one is empty (AstrBotDevs/AstrBot#10119). */
import type { EncodeJob } from "./encode-job.js";
import { makeSurface, release } from "./canvas.js";
import { withTimeout, type TimeLimit } from "../shared/with-timeout.js";
import { isOneColour } from "./is-one-colour.js";
import { openDecoder } from "./decoders/decode-frame.js";
import type { ImageDecoderLike } from "./decoders/image-decoder-api.js";

/** Bounds on the search: an animation that has shown nothing up to here is sent with its first frame. */
const MAX_FRAMES = 120;
const MAX_MS = 3_000;
/** Larger frames are scaled down before they are examined. */
const MAX_SIDE_PX = 1024;

/** The index of the first frame after frame 0 that has more than one colour; `undefined`: none was found. */
export async function findShownFrame({ file, mediaType, signal }: EncodeJob): Promise<number | undefined> {
  const timeLimit: TimeLimit = { timeoutMs: MAX_MS, signal };
  const until = performance.now() + MAX_MS;
  let decoder: ImageDecoderLike | undefined;
  try {
    decoder = await openDecoder(file, { type: mediaType }, timeLimit);
    // `ready` resolves when the track is known, `completed` when its final frame count is.
    await withTimeout(Promise.all([decoder.tracks.ready, decoder.completed]), timeLimit);
    const count = Math.min(decoder.tracks.selectedTrack?.frameCount ?? 1, MAX_FRAMES);
    for (let index = 1; index < count && performance.now() < until; index++) {
      const { image } = await withTimeout(decoder.decode({ frameIndex: index }), timeLimit, ({ image: late }) =>
        late.close(),
      );
      if (showsSomething(image)) return index;
    }
  } catch {
    // A frame is damaged, or a decoder hangs: the first frame is sent.
  } finally {
    decoder?.close();
  }
  return undefined;
}

/** Closes the frame. */
function showsSomething(frame: VideoFrame): boolean {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(frame.displayWidth, frame.displayHeight));
  const width = Math.max(1, Math.round(frame.displayWidth * scale));
  const height = Math.max(1, Math.round(frame.displayHeight * scale));
  const surface = makeSurface({ width, height });
  surface.context.drawImage(frame, 0, 0, width, height);
  frame.close();
  const { data } = surface.context.getImageData(0, 0, width, height);
  release(surface);
  return !isOneColour({ pixels: data, width, height });
}
