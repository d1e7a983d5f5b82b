import { throwIfAborted } from "../shared/errors.js";
import type { Change } from "../shared/types.js";
import type { EncodedFile } from "./prepare-job.js";
import type { Planned, SentFile } from "./stages.js";

/** The last stage: the result that crosses to the page. Throws the signal's reason. */
export function prepared(
  { original, originalHeader, signal }: Pick<Planned, "original" | "originalHeader" | "signal">,
  { bytes, mediaType, width, height }: SentFile,
  changes: readonly Change[],
  backend: string,
): EncodedFile {
  throwIfAborted(signal);
  const { mediaType: from, width: sourceWidth, height: sourceHeight, orientation } = originalHeader;
  const source = { mediaType: from, width: sourceWidth, height: sourceHeight, orientation, bytes: original.size };
  return { bytes, mediaType, width, height, source, changes, backend };
}
