/** Verifies that the decoded picture is complete: some decoders return half of a damaged file without an error. */
import type { Problem } from "../formats/problem.js";
import { problemError } from "../formats/problem-error.js";
import type { DecodeFacts } from "../pixels/encode-job.js";
import { throwIfAborted } from "../shared/errors.js";
import { isLenientWith } from "./is-lenient-with.js";
import type { Normalized } from "./stages.js";

/**
 * Runs `encode` and resolves to its result once the picture is known to be complete. A PNG's pixels are counted meanwhile, until its last
 * row has been drawn; a JPEG is only examined if its decoder was not strict. A missing part is reported rather than a failed decode.
 */
export async function verifyComplete<T extends DecodeFacts>(file: Normalized, encode: () => Promise<T>): Promise<T> {
  const { header, pixels, truncated, signal } = file;
  // Whoever made the pixels is responsible for them.
  if (pixels) return encode();
  const drawn = new AbortController();
  const find = async () => truncated ?? findMissing(file, drawn.signal);
  const isLater = header.mediaType === "image/jpeg";
  // Started first: a thread decodes one picture after another, and the probe's small one should not wait for the file's.
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

/**
 * Takes no time if decoders are strict, and for formats without `verifyComplete`. `drawn` fires when the last row has been drawn.
 */
async function findMissing(
  { reader, header: { mediaType }, registry, encode, app, settings, signal }: Normalized,
  drawn: AbortSignal,
): Promise<Problem | undefined> {
  const verify = registry.formatOf(mediaType)?.verifyComplete;
  if (!verify) return undefined;
  throwIfAborted(signal);
  // The app's own decoder is unknown, so it is not trusted.
  if (!app.compresses && !(await isLenientWith(mediaType, verify, encode, settings.timeoutMs))) return undefined;
  return verify.findMissing(reader, drawn);
}
