/** Combines blocks of another shape with the limits of one of our endpoints. */
import type { Endpoint } from "../shared/endpoint.js";

/** Makes the blocks; see `Endpoint`. Anything left out has no block: `fileBlock` for uploads, `urlBlock` for addresses. */
export type BlockMakers<B> = Pick<Endpoint<B>, "toBlock" | "fileBlock" | "urlBlock"> &
  Partial<Pick<Endpoint<B>, "id" | "label" | "request">>;

/**
 * ({ my: base64 }) })`. Its limits and its token rule stay. => The endpoint with blocks of your own: `withBlocks(openaiChat, {
 * toBlock: ({ base64 }) => ({ my: base64 }) })`. It keeps its limits and its token rule. => ({ my: base64 }) })`. Its limits and
 * its token rule stay. `request` gets your blocks.
 */
export function withBlocks<B>(endpoint: Endpoint<unknown>, makers: BlockMakers<B>): Endpoint<B> {
  const { fileBlock: _file, urlBlock: _url, wireBytes: _wire, maxFileBytes, ...rest } = endpoint;
  return { ...rest, ...(makers.fileBlock && maxFileBytes !== undefined && { maxFileBytes }), ...makers };
}
