/** Blocks and their sizes, made once an image and endpoint: a keystroke must not build or scan base64 again. */
import type { Endpoint } from "../endpoint.js";
import { checkCall } from "../errors.js";
import { isSentMediaType } from "../media-types.js";
import type { LinkedImage, PreparedImage, SentImage } from "../types.js";
import { measureJson } from "./json-bytes.js";

export interface ImageBlock<B> {
  /** What is sent. */
  block: B;
  /** The same with an empty payload: what the app's `request` sees while the meter measures. */
  hollow: B;
  /** Bytes of `block` on the wire: of its JSON, or of what the official SDK makes of it. */
  bytes: number;
  /** Bytes of `block` on the wire beyond those of `hollow`. */
  payloadBytes: number;
}

const blocksByEndpoint = new WeakMap<object, WeakMap<SentImage, unknown>>();

/** Throws `TypeError` for an image by address where the endpoint takes none. */
export function imageBlock<B>(image: SentImage, endpoint: Endpoint<B>): ImageBlock<B> {
  let blocks = blocksByEndpoint.get(endpoint);
  if (!blocks) blocksByEndpoint.set(endpoint, (blocks = new WeakMap()));
  const made = blocks.get(image);
  // Only this function writes the map, and only under its own endpoint.
  if (made) return made as ImageBlock<B>;
  const fresh = isLinked(image) ? linkedBlock(image, endpoint) : inlineBlock(image, endpoint);
  blocks.set(image, fresh);
  return fresh;
}

function inlineBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): ImageBlock<B> {
  const block = endpoint.toBlock(image);
  const hollow = endpoint.toBlock({ ...image, base64: "" });
  const bytes = wireSize(block, endpoint);
  return { block, hollow, bytes, payloadBytes: bytes - wireSize(hollow, endpoint) };
}

/** Nothing in it is payload: an address is counted where it stands. */
function linkedBlock<B>({ url, mediaType }: LinkedImage, endpoint: Endpoint<B>): ImageBlock<B> {
  checkCall(endpoint.urlBlock !== undefined, `${endpoint.label} takes no images by address. Prepare the image and pass it, or pick another endpoint.`);
  const block = endpoint.urlBlock(url, mediaType !== undefined && isSentMediaType(mediaType) ? mediaType : undefined);
  return { block, hollow: block, bytes: wireSize(block, endpoint), payloadBytes: 0 };
}

/** By its own marks: an app may have put a `url` of its own on a prepared image. */
export function isLinked(image: object): image is LinkedImage {
  return "url" in image && !("base64" in image);
}

/** Bytes of JSON, but for the objects that the endpoint's official SDK rewrites. */
export function wireSize(value: unknown, endpoint: Endpoint<unknown>): number {
  return measureJson(value, { onObject: (object, jsonBytes) => endpoint.wireBytes?.(object, jsonBytes) });
}

/** The content block of one image for one endpoint: a plain object, ready for the request. */
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B {
  return endpoint.toBlock(image);
}
