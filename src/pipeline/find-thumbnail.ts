/** A picture to show at once: the small one that a camera put into the file. Nothing is decoded. */
import { createByteReader } from "../formats/byte-reader.js";
import { registry } from "../formats/registry.js";

/** A JPEG, upright. `undefined`: there is none, or the file cannot be read. Never rejects; a file that is never read is waited for. */
export async function findThumbnail(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = createByteReader(file);
  try {
    return await registry.thumbnail(reader);
  } catch {
    // Preparing the file reports what is wrong with it.
    return undefined;
  } finally {
    reader.close();
  }
}
