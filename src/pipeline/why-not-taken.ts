import { foreignFormat } from "../formats/foreign-format.js";
import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { ImageHeader } from "../shared/types.js";
import type { Received } from "./stages.js";

/**
 * The message that rejects a file by its first bytes; it names the format if it is known. `undefined`: the file is accepted.
 * `type`: the type that the file states.
 */
export function whyNotTaken(
  header: ImageHeader | undefined,
  head: Uint8Array,
  type: string,
  { registry, app: { decodes } }: Pick<Received, "registry" | "app">,
): ImageError | undefined {
  const { foreign, unsupported } = (header && registry.formatOf(header.mediaType)) ?? {};
  const foreignToIt = foreign?.(head);
  if (foreignToIt !== undefined) return foreignPicture(foreignToIt);
  if (header)
    return unsupported === undefined || decodes.includes(header.mediaType)
      ? undefined
      : new ImageError("image-format-unsupported", unsupported, { actual: header.mediaType });
  const other = foreignFormat(head);
  if (other?.isPicture) return foreignPicture(other.name);
  const begun = other ? undefined : registry.sniff(head);
  if (begun)
    return new ImageError(
      "not-an-image",
      `This ${formatName(begun)} is damaged or incomplete: its size can't be read. Download or copy it again.`,
      { actual: begun },
    );
  const message = other ? `Not an image but ${other.name}.` : "Not an image, or damaged.";
  return new ImageError("not-an-image", message, { actual: type || undefined });
}

function foreignPicture(name: string): ImageError {
  const message = `This is ${name}, which isn't supported. Save it as JPEG or PNG.`;
  return new ImageError("image-format-unsupported", message, { actual: name });
}
