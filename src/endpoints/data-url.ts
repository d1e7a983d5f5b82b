import type { PreparedDocument, PreparedImage } from "../shared/types.js";

/** The image, or the document, as a `data:` URL, for blocks of your own and for `<img>`. The media type in it is that of the bytes. */
export function dataUrl({ mediaType, base64 }: Pick<PreparedImage | PreparedDocument, "mediaType" | "base64">): string {
  return `data:${mediaType};base64,${base64}`;
}
