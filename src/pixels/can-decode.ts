/**
 * Probes whether the browser decodes a format at all, once a file of that format has failed: is the file damaged, or the format
 * unknown?
 */
import type { MediaType } from "../shared/types.js";
import { makeBitmap } from "./decoders/make-bitmap.js";
import { PROBE_TIME_LIMIT } from "./probes/probe-pictures.js";

/** Intact pictures of 8x8 pixels. */
const SAMPLES: Readonly<Partial<Record<MediaType, string>>> = {
  "image/jxl": "/wpBwEoICBAAlABLGJOOg4OEE1Qv/0AvIAQA+ZN//fnnX7/65c/AAQAA4GMCAAAA",
};

const answers = new Map<MediaType, Promise<boolean>>();

/** Never rejects. Resolves to `true` for formats without a sample. */
export async function canDecode(mediaType: MediaType): Promise<boolean> {
  const sample = SAMPLES[mediaType];
  if (!sample) return true;
  const answer = answers.get(mediaType) ?? decodes(sample, mediaType);
  answers.set(mediaType, answer);
  return answer;
}

async function decodes(sample: string, mediaType: MediaType): Promise<boolean> {
  try {
    const bytes = Uint8Array.from(atob(sample), (character) => character.charCodeAt(0));
    (await makeBitmap(new Blob([bytes], { type: mediaType }), mediaType, PROBE_TIME_LIMIT)).close();
    return true;
  } catch {
    return false;
  }
}
