/** Blocks of another shape on the limits of an endpoint of ours. */
import type { Endpoint } from "../shared/endpoint.js";

/** How the blocks are made; see `Endpoint`. What is left out has no block: `fileBlock` for uploads, `urlBlock` for addresses. */
export type BlockMakers<B> = Pick<Endpoint<B>, "toBlock" | "fileBlock" | "urlBlock"> &
  Partial<Pick<Endpoint<B>, "id" | "label" | "request">>;

/**
 * The endpoint with blocks of your own: `withBlocks(openaiChat, { toBlock: ({ base64 }) => ({ my: base64 }) })`. Its limits and its
 * token rule stay. `request` gets your blocks.
 */
export function withBlocks<B>(endpoint: Endpoint<unknown>, makers: BlockMakers<B>): Endpoint<B> {
  const { fileBlock: _file, urlBlock: _url, wireBytes: _wire, maxFileBytes, ...rest } = endpoint;
  return { ...rest, ...(makers.fileBlock && maxFileBytes !== undefined && { maxFileBytes }), ...makers };
}
