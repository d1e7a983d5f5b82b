/** Blocks and their sizes, made once an image and endpoint: a keystroke must not build or scan base64 again. */
import type { Endpoint } from "../shared/endpoint.js";
import { checkCall } from "../shared/errors.js";
import { isSentMediaType } from "../shared/media-types.js";
import type { LinkedImage, PreparedImage, SentImage } from "../shared/types.js";
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

/** The last made of each image, for an endpoint that is written inline: another object at each render, and the same blocks. */
const lastMade = new WeakMap<SentImage, { endpoint: Endpoint<unknown>; made: unknown }>();

/** Throws `TypeError` for an image by address where the endpoint takes none. */
export function imageBlock<B>(image: SentImage, endpoint: Endpoint<B>): ImageBlock<B> {
  let blocks = blocksByEndpoint.get(endpoint);
  if (!blocks) blocksByEndpoint.set(endpoint, (blocks = new WeakMap()));
  const known = blocks.get(image);
  // Only this function writes the maps, and only under the image's own endpoint.
  if (known) return known as ImageBlock<B>;
  const hollow = isLinked(image) ? linkedBlock(image, endpoint) : endpoint.toBlock({ ...image, base64: "" });
  const made = madeAlike(image, endpoint, hollow) ?? fullBlock(image, endpoint, hollow);
  blocks.set(image, made);
  lastMade.set(image, { endpoint, made });
  return made;
}

/** The block of the same API with the same things around the payload: the same object, or its reader would see a change. */
function madeAlike<B>(image: SentImage, endpoint: Endpoint<B>, hollow: B): ImageBlock<B> | undefined {
  const last = lastMade.get(image);
  if (last?.endpoint.id !== endpoint.id || last.endpoint.wireBytes !== endpoint.wireBytes) return undefined;
  // The id names the API, and with it the block's type.
  const made = last.made as ImageBlock<B>;
  return JSON.stringify(made.hollow) === JSON.stringify(hollow) ? made : undefined;
}

/** In an address nothing is payload: it is counted where it stands. */
function fullBlock<B>(image: SentImage, endpoint: Endpoint<B>, hollow: B): ImageBlock<B> {
  const block = isLinked(image) ? hollow : endpoint.toBlock(image);
  const bytes = wireSize(block, endpoint);
  return { block, hollow, bytes, payloadBytes: isLinked(image) ? 0 : bytes - wireSize(hollow, endpoint) };
}

function linkedBlock<B>({ url, mediaType }: LinkedImage, endpoint: Endpoint<B>): B {
  checkCall(endpoint.urlBlock !== undefined, `${endpoint.label} takes no images by address. Prepare the image and pass it, or pick another endpoint.`);
  return endpoint.urlBlock(url, mediaType !== undefined && isSentMediaType(mediaType) ? mediaType : undefined);
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
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B;
export function toBlock<E extends Endpoint<unknown>>(image: PreparedImage, endpoint: E): ReturnType<E["toBlock"]>;
export function toBlock(image: PreparedImage, endpoint: Endpoint<unknown>): unknown {
  return endpoint.toBlock(image);
}
