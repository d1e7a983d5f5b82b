/** A file that is sent as it is must at least decode: one bad image fails every later message of a chat (T10). */
import { encodeError, undecodable } from "./encode-error.js";
import type { Normalized } from "./stages.js";
import type { DecodeFacts } from "../pixels/encode-job.js";
import { encodeJobFor } from "./encode-job-for.js";
import { fitWithin } from "../shared/fit.js";
import { quoteSize } from "../shared/format-figures.js";

/** Large enough that a picture cannot shrink to nothing, small enough to cost only the decode. */
const PROOF_BOX = { width: 64, height: 64 };

/**
 * Makes a thumbnail and discards it. Rejects with `ImageError` if the file decodes to nothing or to another size. If pictures
 * cannot be drawn at all (Node, a canvas that privacy settings poison), the file passes unverified.
 */
export async function verifyDecodable(file: Normalized): Promise<DecodeFacts> {
  const { reader, header, registry, encode } = file;
  const outcome = await encode(
    encodeJobFor(
      { file: reader.blob, header },
      { target: fitWithin(header, PROOF_BOX), mediaType: "image/jpeg", quality: 0.5 },
      file,
    ),
  );
  if (outcome.status === "wrong-size")
    throw undecodable(header, registry, `its header says ${quoteSize(header)}, it decodes to ${quoteSize(outcome)}`);
  if (outcome.status === "failed" && outcome.failure !== "unencodable") throw encodeError(outcome, header, file);
  return outcome.status === "encoded" ? outcome : {};
}
