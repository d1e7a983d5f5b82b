/** PDF files that are sent as they are, among the parts of a request. */
import type { Endpoint } from "../shared/endpoint.js";
import type { PreparedDocument } from "../shared/types.js";

export function isDocument(part: object): part is PreparedDocument {
  return "pageCount" in part;
}

/** How many of the endpoint's places for images it takes. A file whose pages nobody has counted has at least one. */
export function placesOf(
  { pageCount = 1 }: Pick<PreparedDocument, "pageCount">,
  { documents }: Endpoint<unknown>,
): number {
  const counted = documents?.countedWithImages;
  return counted === "pages" ? pageCount : counted ? 1 : 0;
}
