/** Your own shape of block on the limits of an endpoint of ours. */
import type { Endpoint } from "../shared/endpoint.js";
import type { PreparedImage } from "../shared/types.js";

/**
 * The endpoint with blocks of your own: `withBlock(openaiChat, ({ base64 }) => ({ my: base64 }))`. Its blocks by file id and by
 * address have its own shape, so they are left out; give yours in a spread. `request` gets your blocks.
 */
export function withBlock<B>(endpoint: Endpoint<unknown>, toBlock: (image: PreparedImage) => B): Endpoint<B> {
  const { fileBlock: _file, maxFileBytes: _bytes, urlBlock: _url, wireBytes: _wire, ...rest } = endpoint;
  return { ...rest, toBlock };
}
