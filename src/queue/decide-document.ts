/** Whether a PDF file is sent as it is, or its pages as images. Pure. */
import { base64Length } from "../shared/base64.js";
import type { Endpoint } from "../shared/endpoint.js";
import { ImageError } from "../shared/errors.js";
import { quoteBytesOver } from "../shared/format-figures.js";
import { placesOf } from "../meter/document-places.js";

export interface DocumentFacts {
  bytes: number;
  /** `undefined`: nobody can tell; then no limit on pages speaks against it. */
  pageCount: number | undefined;
  isEncrypted: boolean;
}

export interface DocumentSituation {
  mode: "native" | "auto";
  endpoint: Endpoint<unknown>;
  /** The PDF files that are sent as they are besides. */
  others: readonly Pick<DocumentFacts, "pageCount">[];
  /** Their number in earlier messages. */
  earlierDocuments: number;
  /** Places for images that the endpoint has left. */
  imagePlaces: number;
  /** The most that the request may have, and what of that is left, in bytes. */
  maxRequestBytes: number;
  roomBytes: number;
  /** What its pages would have as images, as base64. `undefined`: nobody makes images of them. */
  imagesBytes: number | undefined;
}

export type DocumentPlan = { way: "native" } | { way: "images" } | { way: "rejected"; error: ImageError };

/**
 * `"auto"` prefers the file itself: models read its text as well as its pages. It becomes images where the endpoint does not take it, and
 * where they are smaller and the file does not fit into the request beside what is in it.
 */
export function decideDocument(facts: DocumentFacts, situation: DocumentSituation): DocumentPlan {
  const { mode, roomBytes, imagesBytes = Number.POSITIVE_INFINITY } = situation;
  const mayBeImages = mode === "auto" && situation.imagesBytes !== undefined;
  const error = obstacle(facts, situation);
  if (error) return mayBeImages ? { way: "images" } : { way: "rejected", error };
  const bytes = base64Length(facts.bytes);
  return mayBeImages && bytes > roomBytes && imagesBytes < bytes ? { way: "images" } : { way: "native" };
}

/** What stands against sending the file itself. */
function obstacle(
  { bytes, pageCount, isEncrypted }: DocumentFacts,
  { endpoint, others, earlierDocuments, imagePlaces, maxRequestBytes }: DocumentSituation,
): ImageError | undefined {
  const { documents, label } = endpoint;
  if (!documents)
    return new ImageError(
      "document-unsupported",
      `${label} takes no PDF files. Save the pages as images and add those.`,
    );
  if (isEncrypted)
    return new ImageError(
      "document-protected",
      "This PDF is protected, which the API cannot open. Save it without its password and add it again.",
    );
  const { maxDocumentBytes = Number.POSITIVE_INFINITY, maxDocuments = Number.POSITIVE_INFINITY } = documents;
  const maxBytes = Math.min(maxDocumentBytes, Math.floor(maxRequestBytes / 4) * 3);
  if (bytes > maxBytes) {
    const [has, may] = quoteBytesOver(bytes, maxBytes);
    const message = `Too large: ${has}. ${label} takes PDF files of up to ${may}.`;
    return new ImageError("document-too-large", message, { actual: bytes, limit: maxBytes });
  }
  const count = others.length + earlierDocuments + 1;
  if (count > maxDocuments) {
    const where = earlierDocuments > 0 ? "in a conversation" : "at once";
    const message = `${label} takes ${maxDocuments} PDF files ${where}; this is one more.`;
    return new ImageError("document-too-many", message, { actual: count, limit: maxDocuments });
  }
  if (pageCount === undefined) return undefined;
  const { maxDocumentPages = Number.POSITIVE_INFINITY, maxPages = Number.POSITIVE_INFINITY } = documents;
  const otherPages = others.reduce((sum, other) => sum + (other.pageCount ?? 0), 0);
  const perPage = placesOf({ pageCount: 2 }, endpoint) > 1;
  const room = Math.max(
    0,
    Math.min(maxDocumentPages, maxPages - otherPages, perPage ? imagePlaces : Number.POSITIVE_INFINITY),
  );
  if (pageCount <= room && placesOf({ pageCount }, endpoint) <= imagePlaces) return undefined;
  const message = `Too long: ${pageCount} pages. ${label} takes ${room} ${otherPages > 0 || perPage ? "beside what is here" : "of a PDF file"}.`;
  return new ImageError("document-too-long", message, { actual: pageCount, limit: room });
}
