/** Whether a decoder delivered the whole picture: some give half of a damaged file and say nothing. */
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import { registry } from "../formats/registry.js";
import type { DecodeFacts } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import { isLenientWith } from "./is-lenient-with.js";
import type { Normalized } from "./stages.js";

/**
 * What `encode` comes to, once all of the picture is known to be there. A PNG's pixels are counted meanwhile, until its last row is seen
 * to be drawn; a JPEG is only looked through where its decoder was not strict itself. What is missing is named before what failed.
 */
export async function verifyComplete<T extends DecodeFacts>(file: Normalized, encode: () => Promise<T>): Promise<T> {
  const { header, truncated, signal } = file;
  const drawn = new AbortController();
  const find = async () => truncated ?? findMissing(file, drawn.signal);
  const isLater = header.mediaType === "image/jpeg";
  // First, since the pictures of a thread come one after the other: the probe of the decoder is small and not to wait for the file's own.
  const finding = isLater ? undefined : find();
  const work = encode();
  void work.then(({ isLastRowDrawn }) => isLastRowDrawn && drawn.abort()).catch(() => undefined);
  const [done, early] = await Promise.allSettled([work, finding]);
  throwIfAborted(signal);
  if (early.status === "rejected") throw early.reason;
  const isComplete = done.status === "fulfilled" && done.value.isComplete;
  const missing = isLater && !isComplete ? await find() : early.value;
  if (missing && (!truncated || done.status === "rejected")) throw problemError(missing, header);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}

/** Costs nothing where decoders are strict, and for formats without `verifyComplete`. `drawn` fires when the last row has been drawn. */
async function findMissing(
  { reader, header: { mediaType }, encode, app, settings, signal }: Normalized,
  drawn: AbortSignal,
): Promise<Problem | undefined> {
  const verify = registry.formatOf(mediaType)?.verifyComplete;
  if (!verify) return undefined;
  throwIfAborted(signal);
  // What the app decodes with is not known.
  if (!app.compresses && !(await isLenientWith(mediaType, encode, settings.timeoutMs))) return undefined;
  return verify.findMissing(reader, drawn);
}
