/** Encodes a prepared picture again at a lower quality without its file, from the planes that were kept. */
import type { Size } from "../shared/types.js";
import { bestOf, nextAttempt, type Tried } from "./byte-search.js";
import { encodedChanges } from "./changes.js";
import { goalFor } from "./byte-goal.js";
import type { EncodedFile, PrepareJob } from "./prepare-job.js";

export type RewriteJpeg = (
  picture: Size & { planes: Uint8Array<ArrayBuffer> },
  quality: number,
) => Promise<Uint8Array<ArrayBuffer>>;

/** The file that `prepareFile` would make; `undefined`: it would have fewer pixels, and is made from the original file. */
export async function rewrite(
  { rewritable, settings }: PrepareJob,
  rewriteJpeg: RewriteJpeg,
): Promise<EncodedFile | undefined> {
  if (!rewritable) return undefined;
  const { planes, fileBytes, facts, before, file } = rewritable;
  const goal = goalFor(facts.picture, settings);
  const tried: Tried[] = [{ quality: facts.quality, scale: 1, bytes: fileBytes }];
  let best: { bytes: Uint8Array<ArrayBuffer>; quality: number } | undefined;
  for (let attempt = nextAttempt(goal, tried); attempt; attempt = nextAttempt(goal, tried)) {
    const { quality, scale } = attempt;
    if (scale < 1) return undefined;
    const bytes = await rewriteJpeg({ ...facts.sent, planes }, quality);
    tried.push({ ...attempt, bytes: bytes.length });
    if (bestOf(goal, tried) === tried.at(-1)) best = { bytes, quality };
  }
  if (!best) return undefined;
  const changes = [...before, ...encodedChanges({ ...facts, settings, quality: best.quality })];
  return { ...file, bytes: best.bytes, changes, rewritable };
}
