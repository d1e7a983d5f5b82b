/** Blocks and their sizes, made once an image and endpoint: a keystroke must not build or scan base64 again. */
import type { Endpoint } from "../endpoint.js";
import type { PreparedImage } from "../types.js";
import { measureJson } from "./json-bytes.js";

export interface ImageBlock<B> {
  /** What is sent. */
  block: B;
  /** The same with an empty payload: what the app's `request` sees while the meter measures. */
  hollow: B;
  /** Bytes of `block` as JSON. */
  bytes: number;
  /** Bytes of `block` beyond `hollow`. */
  payloadBytes: number;
}

const blocksByEndpoint = new WeakMap<object, WeakMap<PreparedImage, unknown>>();

export function imageBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): ImageBlock<B> {
  let blocks = blocksByEndpoint.get(endpoint);
  if (!blocks) blocksByEndpoint.set(endpoint, (blocks = new WeakMap()));
  const made = blocks.get(image);
  // Only this function writes the map, and only under its own endpoint.
  if (made) return made as ImageBlock<B>;
  const block = endpoint.toBlock(image);
  const hollow = endpoint.toBlock({ ...image, base64: "" });
  const bytes = measureJson(block);
  const fresh: ImageBlock<B> = { block, hollow, bytes, payloadBytes: bytes - measureJson(hollow) };
  blocks.set(image, fresh);
  return fresh;
}

/** The content block of one image for one endpoint: a plain object, ready for the request. */
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B {
  return endpoint.toBlock(image);
}
