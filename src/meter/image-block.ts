/** Builds the content block of an image and measures it. */
import type { Endpoint } from "../shared/endpoint.js";
import { checkCall } from "../shared/errors.js";
import { isSameData } from "../shared/is-same-data.js";
import { isSentMediaType } from "../shared/media-types.js";
import type { LinkedImage, PreparedDocument, PreparedImage, SentPart } from "../shared/types.js";
import { isDocument } from "./document-places.js";
import { imageCache } from "./image-cache.js";
import { measureJson } from "./measure-json.js";

export interface ImageBlock<B> {
  /** The block that is sent. */
  block: B;
  /** The same with an empty payload, for the app's `request` while the meter measures. */
  empty: B;
  /** Bytes of `block` on the wire: its JSON, or what the official SDK makes of it. */
  bytes: number;
  /** Bytes of `block` on the wire beyond those of `empty`. */
  payloadBytes: number;
}

/**
 * The block is by reference if there is a file id and the endpoint has such a block, else inline or by address. Returns the same
 * object while the block stays the same, even for an endpoint that is written inline and so is a new object at each render.
 * Throws `TypeError` for an image by address if the endpoint takes none.
 */
export function imageBlock<B>(image: SentPart, endpoint: Endpoint<B>, fileId?: string): ImageBlock<B> {
  const cache = imageCache(image);
  const uploaded = !isLinked(image) && endpoint.fileBlock ? fileId : undefined;
  const slot = uploaded === undefined ? "inline" : "reference";
  const kept = cache[slot];
  // The endpoint, or its id, names the API and with it the block's type.
  const before =
    kept?.endpoint.id === endpoint.id && kept.fileId === uploaded ? (kept.made as ImageBlock<B>) : undefined;
  if (before && kept?.endpoint === endpoint) return before;
  const made = makeBlock(image, endpoint, uploaded, before);
  cache[slot] = { endpoint, fileId: uploaded, made };
  return made;
}

/** `before`: the last block of an endpoint with the same id, reused if only the payload differs. */
function makeBlock<B>(
  image: SentPart,
  endpoint: Endpoint<B>,
  fileId: string | undefined,
  before: ImageBlock<B> | undefined,
): ImageBlock<B> {
  const isPayload = !isLinked(image) && fileId === undefined;
  const fresh = emptyBlock(image, endpoint, fileId);
  const same = before && isSameData(before.empty, fresh) ? before : undefined;
  const empty = same ? same.empty : fresh;
  const block = same ? same.block : isPayload ? inlineBlock(image, endpoint) : fresh;
  const bytes = wireSize(block, endpoint);
  return { block, empty, bytes, payloadBytes: isPayload ? bytes - wireSize(empty, endpoint) : 0 };
}

function emptyBlock<B>(image: SentPart, endpoint: Endpoint<B>, fileId: string | undefined): B {
  if (isLinked(image)) return linkedBlock(image, endpoint);
  const reference = fileId === undefined || isDocument(image) ? undefined : endpoint.fileBlock?.(fileId, image);
  return reference ?? inlineBlock({ ...image, base64: "" }, endpoint);
}

function inlineBlock<B>(image: PreparedImage | PreparedDocument, endpoint: Endpoint<B>): B {
  if (!isDocument(image)) return endpoint.toBlock(image);
  // Whoever asks for documents has their blocks in `B`, and an endpoint that takes them.
  return endpoint.documents!.toBlock(image) as B;
}

function linkedBlock<B>({ url, mediaType }: LinkedImage, endpoint: Endpoint<B>): B {
  checkCall(endpoint.urlBlock !== undefined, `${endpoint.label} accepts no images by address. Pass a prepared image.`);
  return endpoint.urlBlock(url, mediaType !== undefined && isSentMediaType(mediaType) ? mediaType : undefined);
}

/** Decided by its own properties: an app may have added a `url` to a prepared image. */
export function isLinked(image: object): image is LinkedImage {
  return "url" in image && !("base64" in image);
}

/** Bytes of JSON, except for objects that the endpoint's official SDK rewrites. */
export function wireSize(value: unknown, endpoint: Endpoint<unknown>): number {
  return measureJson(value, { onObject: (object, jsonBytes) => endpoint.wireBytes?.(object, jsonBytes) });
}
