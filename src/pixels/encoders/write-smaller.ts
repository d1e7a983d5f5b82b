/** Encodes a picture in other formats as well, if one of them may be smaller. */
import { webpQuality } from "../../shared/quality-curve.js";
import type { SentMediaType } from "../../shared/types.js";
import { isTimeout, type TimeLimit, withTimeout } from "../../shared/with-timeout.js";
import { isMostlyFlat } from "../looks-like-screen.js";
import type { Picture } from "../orientation.js";
import type { PaintOptions } from "./paint.js";
import { writePicture } from "./write-picture.js";
import { writtenType } from "./written-type.js";

interface SmallerOptions extends PaintOptions {
  orAs: readonly SentMediaType[] | undefined;
  timeLimit: TimeLimit;
}

interface Smaller {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
  insteadOf: { mediaType: SentMediaType; bytes: number; quality: number };
}

/** WebKit encodes no WebP and returns a PNG instead. Found out once. */
const unwritable = new Set<SentMediaType>();

/**
 * The smallest file in another format that is smaller than `usual`, the picture as it is usually encoded; `undefined`: there is
 * none. PNG is tried for flat colours only: it takes a while, and for a photo it is many times as large. Translucent pictures are
 * left out, since JPEG, the usual format, would fill them and the others would not.
 */
export async function writeSmaller(
  picture: Picture,
  usual: Uint8Array<ArrayBuffer>,
  { orAs = [], timeLimit, ...options }: SmallerOptions,
): Promise<Smaller | undefined> {
  const { output, translucent } = options;
  if (translucent) return undefined;
  let best: Smaller | undefined;
  for (const mediaType of orAs) {
    if (mediaType === output.mediaType || unwritable.has(mediaType)) continue;
    if (mediaType === "image/png" && !isMostlyFlat(picture)) continue;
    const quality = mediaType === "image/webp" ? webpQuality(output.quality) : output.quality;
    try {
      const bytes = await withTimeout(
        writePicture(picture, { ...options, output: { ...output, mediaType, quality } }, undefined),
        timeLimit,
      );
      if (writtenType(bytes) !== mediaType) unwritable.add(mediaType);
      else if (bytes.length < (best?.bytes ?? usual).length)
        best = { bytes, mediaType, insteadOf: { mediaType: output.mediaType, bytes: usual.length, quality } };
    } catch (cause) {
      // The usual file exists, so a failure does not matter. An abort does: it ends the job.
      if (timeLimit.signal?.aborted) throw cause;
      if (isTimeout(cause)) return best;
    }
  }
  return best;
}
