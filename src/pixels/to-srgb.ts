/** Converts colours that the decoder did not convert: they are wrapped in a PNG with the profile, which the browser converts. */
import { writePng } from "../formats/png/write-png.js";
import type { EncodeJob } from "./encode-job.js";
import { makeSurface, release } from "./canvas.js";
import type { TimeLimit } from "../shared/with-timeout.js";
import { convertsColours } from "./probes/converts-colours.js";
import type { Picture } from "./orientation.js";
import { makeBitmap } from "./decoders/make-bitmap.js";

/** The profile that must still be applied to the decoded picture; nearly always `undefined`. */
export async function profileLeft({ mediaType, colours }: EncodeJob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return colours && !(await convertsColours(mediaType, colours.stated)) ? colours.profile : undefined;
}

/** The pixels are copied at once, so they may change afterwards. Rejects as `makeBitmap` does. */
export async function toSrgb(
  { pixels, width, height }: Picture,
  profile: Uint8Array<ArrayBuffer>,
  timeLimit: TimeLimit,
): Promise<Picture> {
  const png = writePng(new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length), width, height, { profile });
  const bitmap = await makeBitmap(new Blob([png], { type: "image/png" }), "image/png", timeLimit);
  const surface = makeSurface({ width, height });
  try {
    surface.context.drawImage(bitmap, 0, 0);
    const { data } = surface.context.getImageData(0, 0, width, height);
    // WebKitGTK returns transparent pixels for a PNG that it cannot decode, without an error.
    if (!data.some((value, at) => (at & 3) === 3 && value > 0))
      throw new Error("The conversion to sRGB returned no picture.");
    return { width, height, pixels: data };
  } finally {
    bitmap.close();
    release(surface);
  }
}
