/** Combines blocks of another shape with the limits of one of our endpoints. */
import type { Endpoint } from "../shared/endpoint.js";

/**
 * Makes the blocks; see `Endpoint`. Anything left out has no block: `fileBlock` for uploads, `urlBlock` for addresses, `documents` for PDF
 * files.
 */
export type BlockMakers<B> = Pick<Endpoint<B>, "toBlock" | "fileBlock" | "urlBlock" | "documents"> &
  Partial<Pick<Endpoint<B>, "id" | "label" | "request">>;

/**
 * The endpoint with blocks of your own: `withBlocks(openaiChat, { toBlock: ({ base64 }) => ({ my: base64 }) })`. It keeps its limits
 * and its token rule. `request` gets your blocks.
 */
export function withBlocks<B>(endpoint: Endpoint<unknown>, makers: BlockMakers<B>): Endpoint<B> {
  const { fileBlock: _file, urlBlock: _url, documents: _documents, wireBytes: _wire, maxFileBytes, ...rest } = endpoint;
  return { ...rest, ...(makers.fileBlock && maxFileBytes !== undefined && { maxFileBytes }), ...makers };
}
