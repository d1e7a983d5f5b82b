/** One frame out of `ImageDecoder`, with every end of it guarded. */
import { guard, type Patience } from "../guard.js";
import { type ImageDecoderInit, imageDecoderClass } from "./image-decoder-api.js";

/** The first frame. Close it. Rejects as `guard` does, or with the decoder's own error. */
export async function decodeFrame(file: Blob, init: Omit<ImageDecoderInit, "data" | "transfer">, patience: Patience): Promise<VideoFrame> {
  const ImageDecoder = imageDecoderClass();
  if (!ImageDecoder) throw new Error("This browser has no ImageDecoder.");
  const data = await guard(file.arrayBuffer(), patience);
  // Handed over, not copied: of a large PNG that is ten milliseconds.
  const decoder = new ImageDecoder({ ...init, data, transfer: [data] });
  // `decode` says what is wrong; left alone, these two would say it again to the console as unhandled rejections.
  for (const promise of [decoder.completed, decoder.tracks.ready]) promise.catch(() => {});
  try {
    const { image } = await guard(decoder.decode({ frameIndex: 0 }), patience, ({ image: late }) => late.close());
    return image;
  } finally {
    decoder.close();
  }
}
