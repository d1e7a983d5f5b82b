/** Frames from `ImageDecoder`, with a time limit for every wait. */
import { readBytes } from "../../shared/read-bytes.js";
import { withTimeout, type TimeLimit } from "../../shared/with-timeout.js";
import { type ImageDecoderInit, type ImageDecoderLike, imageDecoderClass } from "./image-decoder-api.js";

type Init = Omit<ImageDecoderInit, "data" | "transfer">;

/** The caller closes it. Rejects as `withTimeout` does, or with the decoder's own error. */
export async function openDecoder(file: Blob, init: Init, timeLimit: TimeLimit): Promise<ImageDecoderLike> {
  const ImageDecoder = imageDecoderClass();
  if (!ImageDecoder) throw new Error("This browser has no ImageDecoder.");
  const data = await withTimeout(readBytes(file), timeLimit);
  // Transferred, not copied: copying a large PNG takes ten milliseconds.
  const decoder = new ImageDecoder({ ...init, data, transfer: [data] });
  // `decode` reports the failure; without handlers these two would show up in the console as unhandled rejections.
  for (const promise of [decoder.completed, decoder.tracks.ready]) promise.catch(() => {});
  return decoder;
}

/** One frame, the first by default. The caller closes it. Rejects as above. */
export async function decodeFrame(
  file: Blob,
  { frameIndex = 0, ...init }: Init & { frameIndex?: number },
  timeLimit: TimeLimit,
): Promise<VideoFrame> {
  const decoder = await openDecoder(file, init, timeLimit);
  try {
    const { image } = await withTimeout(decoder.decode({ frameIndex }), timeLimit, ({ image: late }) => late.close());
    return image;
  } finally {
    decoder.close();
  }
}
