/**
 * What a request holds beside a PDF file, as far as it decides whether the file is sent as it is. Nothing here is imported from what every
 * app has loaded, but for the smallest: a bundler would split that.
 */
import { placesOf } from "../meter/document-places.js";
import type { RequestEstimate } from "../meter/types.js";
import { base64Length } from "../shared/base64.js";
import type { PreparedDocument } from "../shared/types.js";
import type { DocumentFacts, DocumentSituation } from "./decide-document.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";

export interface DocumentSite<B> {
  items: readonly ImageItem[];
  options: ImageQueueOptions<B>;
  /** The queue's own: by it the queue is known here. */
  kept: object;
  /** As last measured. */
  estimate: RequestEstimate;
}

/** Of a page as an image in the default box, as base64, in bytes: about. */
const PAGE_BYTES = 200_000;

/** What was read of a file, kept as long as the file: another endpoint asks for it again. */
export const knownFiles = new WeakMap<Blob, { facts: DocumentFacts; prepared?: PreparedDocument }>();

/** What was decided for files that are not ready yet, by item id, for each queue. */
const claims = new WeakMap<object, Map<string, DocumentFacts>>();

/** `undefined`: nothing is decided of it. */
export function claim(kept: object, id: string, facts: DocumentFacts | undefined): void {
  const ofQueue = claims.get(kept) ?? new Map<string, DocumentFacts>();
  claims.set(kept, ofQueue);
  if (facts) ofQueue.set(id, facts);
  else ofQueue.delete(id);
}

/** `replaced`: ids of the items in whose place the file would come. */
export function situationOf<B>(
  { pageCount }: Pick<DocumentFacts, "pageCount">,
  { items, options, kept, estimate }: DocumentSite<B>,
  replaced: ReadonlySet<string>,
): DocumentSituation {
  const { endpoint, documents, decoders = [], earlierImageCount = 0, earlierDocumentCount = 0 } = options;
  const { maxImages = Number.POSITIVE_INFINITY, maxRequestBytes = Number.POSITIVE_INFINITY } = endpoint.caps;
  const others = items.filter(({ id, status }) => !replaced.has(id) && status !== "rejected");
  const claimed = others.flatMap(({ id, status }) => (status === "working" && claims.get(kept)?.get(id)) || []);
  const known = [...others.flatMap(({ document: pdf }) => pdf ?? []), ...claimed];
  const places = known.reduce((sum, one) => sum + placesOf(one, endpoint), others.length - known.length);
  const isOpened = decoders.some(({ mediaTypes }) => mediaTypes.includes("application/pdf"));
  const claimedBytes = claimed.reduce((sum, { bytes }) => sum + base64Length(bytes), 0);
  return {
    mode: documents === "native" ? "native" : "auto",
    endpoint,
    others: known,
    earlierDocuments: earlierDocumentCount,
    imagePlaces: Math.max(0, maxImages - earlierImageCount - places),
    maxRequestBytes: Math.min(maxRequestBytes, options.maxRequestBytes ?? Number.POSITIVE_INFINITY),
    roomBytes:
      roomBytes(
        items.filter(({ id }) => replaced.has(id)),
        items,
        estimate,
      ) - claimedBytes,
    imagesBytes: isOpened ? (pageCount ?? 1) * PAGE_BYTES : undefined,
  };
}

/** What the request has left without these, in bytes. */
function roomBytes(
  own: readonly ImageItem[],
  items: readonly ImageItem[],
  { bytes, cap, parts }: RequestEstimate,
): number {
  const isPending = ({ status }: ImageItem) => status === "waiting" || status === "working";
  const guess = parts.pending / Math.max(1, items.filter(isPending).length);
  const made = (item: ImageItem) => (item.status === "ready" ? (item.image ?? item.document)?.bytes : undefined) ?? 0;
  return cap - bytes + own.reduce((sum, item) => sum + (isPending(item) ? guess : base64Length(made(item))), 0);
}
