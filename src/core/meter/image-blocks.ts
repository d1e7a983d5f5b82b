/** Blocks and their sizes, made once an image and endpoint: a keystroke must not build or scan base64 again. */
import type { Endpoint } from "../endpoint.js";
import type { PreparedImage } from "../types.js";
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

const blocksByEndpoint = new WeakMap<object, WeakMap<PreparedImage, unknown>>();

export function imageBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): ImageBlock<B> {
  let blocks = blocksByEndpoint.get(endpoint);
  if (!blocks) blocksByEndpoint.set(endpoint, (blocks = new WeakMap()));
  const made = blocks.get(image);
  // Only this function writes the map, and only under its own endpoint.
  if (made) return made as ImageBlock<B>;
  const block = endpoint.toBlock(image);
  const hollow = endpoint.toBlock({ ...image, base64: "" });
  const bytes = wireSize(block, endpoint);
  const fresh: ImageBlock<B> = { block, hollow, bytes, payloadBytes: bytes - wireSize(hollow, endpoint) };
  blocks.set(image, fresh);
  return fresh;
}

/** Bytes of JSON, but for the objects that the endpoint's official SDK rewrites. */
export function wireSize(value: unknown, endpoint: Endpoint<unknown>): number {
  return measureJson(value, { onObject: (object, jsonBytes) => endpoint.wireBytes?.(object, jsonBytes) });
}

/** The content block of one image for one endpoint: a plain object, ready for the request. */
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B {
  return endpoint.toBlock(image);
}
