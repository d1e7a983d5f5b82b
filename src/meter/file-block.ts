/** The block that names an uploaded file, in the shape the meter counts: nothing in it is payload. */
import type { Endpoint } from "../shared/endpoint.js";
import type { PreparedImage, SentImage } from "../shared/types.js";
import { type ImageBlock, imageBlock, isLinked, wireSize } from "./image-blocks.js";

/** Kept by image, so that the same reference is the same object from one snapshot to the next. */
const references = new WeakMap<PreparedImage, { key: string; made: unknown }>();

/** By reference where there is a file id and the endpoint has such a block, else as the image is: inline, or its address. */
export function blockOf<B>(image: SentImage, endpoint: Endpoint<B>, fileId: string | undefined): ImageBlock<B> {
  if (isLinked(image) || fileId === undefined || !endpoint.fileBlock) return imageBlock(image, endpoint);
  const key = `${endpoint.id} ${fileId}`;
  const kept = references.get(image);
  // The key names the endpoint, and with it the block's type.
  if (kept?.key === key) return kept.made as ImageBlock<B>;
  const block = endpoint.fileBlock(fileId, image);
  const made: ImageBlock<B> = { block, hollow: block, bytes: wireSize(block, endpoint), payloadBytes: 0 };
  references.set(image, { key, made });
  return made;
}
