import type { Endpoint } from "../shared/endpoint.js";
import { checkCall } from "../shared/errors.js";
import type { PreparedImage } from "../shared/types.js";

/** The content block of one image for one endpoint: a plain object, ready for the request. */
export function toBlock<B>(image: PreparedImage, endpoint: Endpoint<B>): B;
export function toBlock<E extends Endpoint<unknown>>(image: PreparedImage, endpoint: E): ReturnType<E["toBlock"]>;
export function toBlock(image: PreparedImage, endpoint: Endpoint<unknown>): unknown {
  checkCall(
    "base64" in Object(image) && "toBlock" in Object(endpoint),
    "toBlock takes an image as prepareImage makes it, and an endpoint.",
  );
  return endpoint.toBlock(image);
}
