/** Whether the browser decodes a format that only some do, asked when a file of it failed: is it the file, or the browser? */
import type { MediaType } from "../shared/types.js";
import { makeBitmap } from "./decoders/make-bitmap.js";
import { PATIENCE } from "./probes/probe-pictures.js";

/** Eight pixels a side. */
const SAMPLES: Readonly<Partial<Record<MediaType, string>>> = {
  "image/jxl": "/wpBwEoICBAAlABLGJOOg4OEE1Qv/0AvIAQA+ZN//fnnX7/65c/AAQAA4GMCAAAA",
};

const answers = new Map<MediaType, Promise<boolean>>();

/** Never rejects. True of formats that all browsers decode. */
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
    (await makeBitmap(new Blob([bytes], { type: mediaType }), mediaType, PATIENCE)).close();
    return true;
  } catch {
    return false;
  }
}
