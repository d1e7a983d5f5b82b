/** Finds a picture to show at once: the small one that a camera put into the file. Nothing is decoded. */
import { createByteReader } from "../formats/byte-reader.js";
import type { Repertoire } from "./repertoire.js";

/**
 * A JPEG, upright. `undefined`: there is none, or the file cannot be read. Never rejects; it stays pending while the file is not
 * read.
 */
export async function findThumbnail(
  file: Blob,
  { registry }: Pick<Repertoire, "registry">,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = createByteReader(file);
  try {
    return await registry.thumbnail(reader);
  } catch {
    // Problems in the file are reported when it is prepared.
    return undefined;
  } finally {
    reader.close();
  }
}
