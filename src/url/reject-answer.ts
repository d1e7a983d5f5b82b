/** Rejects answers by their status or headers alone, before a body is read. */
import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { MediaType } from "../shared/types.js";
import type { StatedType } from "./stated.js";
import { quoteUrl } from "../shared/url-name.js";

/** Throws `url-not-found` for 404 and 410. Other failures may be due to the request itself: HEAD, no login, too frequent. */
export function rejectMissing({ status }: Response, url: URL): void {
  if (status !== 404 && status !== 410) return;
  throw new ImageError("url-not-found", `Nothing was found at ${quoteUrl(url)} (HTTP ${status}).`, { actual: status });
}

/** Throws `url-media-type` for a stated type that is not accepted; a missing type passes. */
export function rejectMediaType({ text, mediaType }: StatedType, url: URL, accept: readonly MediaType[]): void {
  if (text === "" || (mediaType && accept.includes(mediaType))) return;
  const what = mediaType ? formatName(mediaType) : text === "text/html" ? "a web page (text/html)" : text;
  const accepted = accept.map(formatName).join(", ");
  throw new ImageError(
    "url-media-type",
    `${quoteUrl(url)} is ${what}, which isn't accepted here. Accepted: ${accepted}.`,
    {
      actual: text,
      limit: accept.join(","),
    },
  );
}
