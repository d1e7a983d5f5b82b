/** Sends the original instead of a new file: its pixels untouched, its metadata stripped. */
import { base64Length } from "../shared/base64.js";
import { keptBecauseItFits, keptBecauseSmaller, keptChanges, oneColourChanges } from "./changes.js";
import type { EncodedImage } from "./encode-file.js";
import { prepared } from "./prepared.js";
import type { EncodedFile } from "./prepare-job.js";
import type { Planned, Received, StrippedFile } from "./stages.js";
import { verifyComplete } from "./verify-complete.js";
import { verifyDecodable } from "./verify-decodable.js";
import { isSentMediaType } from "../shared/media-types.js";
import { readBytes } from "../shared/read-bytes.js";
import { readFile } from "../shared/read-file.js";
import type { ImageHeader } from "../shared/types.js";
import { throwIfProblem, validateImageBytes } from "../shared/validate.js";

/** `undefined`: the type is never sent, or its metadata cannot be stripped without changing a pixel. */
export async function strippedOriginal(
  file: Blob,
  header: ImageHeader,
  { registry, signal }: Pick<Received, "registry" | "signal">,
): Promise<StrippedFile | undefined> {
  const { mediaType, width, height } = header;
  if (!isSentMediaType(mediaType)) return undefined;
  const stripped = registry.strip(new Uint8Array(await readFile(() => readBytes(file), signal)), mediaType);
  return stripped && { bytes: stripped.bytes, mediaType, width, height, removed: stripped.removed };
}

/** The original, if it is upright, within the box and of the right type. `undefined`: it must be encoded. */
export async function originalThatFits(planned: Planned): Promise<EncodedFile | undefined> {
  const { stripped, plan, originalHeader, settings } = planned;
  if (plan.keep !== "always" || !stripped) return undefined;
  throwIfProblem(validateImageBytes(base64Length(stripped.bytes.length), settings.limits));
  const facts = await verifyComplete({ ...planned, app: { ...planned.app, compresses: false } }, () =>
    verifyDecodable(planned),
  );
  return prepared(
    planned,
    stripped,
    [...keptChanges(stripped.removed, keptBecauseItFits(originalHeader)), ...oneColourChanges(facts)],
    "none",
  );
}

/** The original, if encoding did not make it smaller. */
export function smallerOriginal(planned: Planned, encoded: EncodedImage): EncodedFile | undefined {
  const { stripped, originalHeader } = planned;
  const isFlattened = encoded.alpha && encoded.mediaType === "image/jpeg";
  if (!stripped || isFlattened || stripped.bytes.length > encoded.bytes.length) return undefined;
  const changes = [
    ...keptChanges(stripped.removed, keptBecauseSmaller(originalHeader, encoded.bytes.length)),
    ...oneColourChanges(encoded),
  ];
  return prepared(planned, stripped, changes, encoded.backend);
}
