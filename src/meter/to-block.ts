import type { Endpoint } from "../shared/endpoint.js";
import type { PreparedImage } from "../shared/types.js";

/** The content block of one image for one endpoint: a plain object, ready for the request. */
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B;
export function toBlock<E extends Endpoint<unknown>>(image: PreparedImage, endpoint: E): ReturnType<E["toBlock"]>;
export function toBlock(image: PreparedImage, endpoint: Endpoint<unknown>): unknown {
  return endpoint.toBlock(image);
}
