/** Probes whether this browser draws an incomplete picture in part without an error, where others reject it. */
import { DEFAULT_BACKGROUND } from "../shared/defaults.js";
import type { VerifyComplete } from "../formats/format.js";
import type { EncodePicture } from "../pixels/encode-job.js";
import type { MediaType } from "../shared/types.js";

const verdicts = new WeakMap<EncodePicture, Map<MediaType, Promise<boolean>>>();

/**
 * Firefox and WebKit are lenient with PNG, Firefox alone with JPEG. Probed once per backend and format. Never rejects; if in
 * doubt, the backend is not trusted.
 */
export function isLenientWith(
  mediaType: MediaType,
  { incompleteSample }: VerifyComplete,
  encode: EncodePicture,
  timeoutMs: number,
): Promise<boolean> {
  const known = verdicts.get(encode) ?? new Map<MediaType, Promise<boolean>>();
  verdicts.set(encode, known);
  const verdict = known.get(mediaType) ?? drawsIncomplete(mediaType, incompleteSample(), encode, timeoutMs);
  known.set(mediaType, verdict);
  return verdict;
}

async function drawsIncomplete(
  mediaType: MediaType,
  sample: ReturnType<VerifyComplete["incompleteSample"]>,
  encode: EncodePicture,
  timeoutMs: number,
): Promise<boolean> {
  const outcome = await encode({
    file: new Blob([sample.bytes], { type: mediaType }),
    mediaType,
    source: { ...sample.size, orientation: 1 },
    target: sample.size,
    output: { mediaType: "image/jpeg", quality: 0.5, background: DEFAULT_BACKGROUND },
    timeoutMs,
  });
  return outcome.status !== "failed" || outcome.failure !== "undecodable";
}
