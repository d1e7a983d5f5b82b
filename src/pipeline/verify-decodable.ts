/** A file that is sent as it is must at least be a picture: one bad image fails every later turn of a chat (T10). */
import { encodeError, undecodable } from "./encode-error.js";
import type { EncodeContext } from "./encode-image.js";
import type { Witness } from "../pixels/encode-job.js";
import { engineJob } from "./engine-job.js";
import { fitWithin } from "../shared/fit.js";
import { quoteSize } from "../shared/format-figures.js";
import type { ImageHeader } from "../shared/types.js";

/** Large enough that a picture cannot shrink to nothing, small enough to cost only the decode. */
const PROOF_BOX = { width: 64, height: 64 };

/**
 * Has the engine make a thumbnail and throws it away. Rejects with `ImageError` when the file decodes to nothing or to another
 * size. Where pictures cannot be drawn at all (Node, a canvas that privacy settings poison), nobody can tell: it passes.
 */
export async function proveDecodable(file: Blob, header: ImageHeader, context: Omit<EncodeContext, "app">): Promise<Witness> {
  const outcome = await context.encode(engineJob({ file, header }, { target: fitWithin(header, PROOF_BOX), mediaType: "image/jpeg", quality: 0.5 }, context));
  if (outcome.status === "wrong-size") throw undecodable(header, `its header says ${quoteSize(header)}, it decodes to ${quoteSize(outcome)}`);
  if (outcome.status === "failed" && outcome.failure !== "unencodable") throw encodeError(outcome, header, context.settings);
  return outcome.status === "encoded" ? outcome : {};
}
