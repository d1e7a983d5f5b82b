/** Images that were prepared before, found by the placeholder files that represent them in a list. */
import { listOf } from "./list-of.js";
import type { StoredImage } from "./types.js";

/** As given, in any shape. */
const given = new WeakMap<Blob, StoredImage>();
/** What is known about them once their bytes were read. */
export const restored = new WeakMap<Blob, Pick<StoredImage, "source" | "changes">>();

/** `storedFile` of each; what is no image is rejected later, by itself. Throws `TypeError` if `call` got no list, but a text, say. */
export function storedFiles(call: string, images: Iterable<StoredImage>): File[] {
  return listOf(call, images, "images", (one) => typeof one !== "string").map(storedFile);
}

/** An empty placeholder file for the list, until the image's bytes are read and any problem with them is reported. */
function storedFile(image: StoredImage): File {
  const stored = Object(image) as StoredImage;
  const file = new File([], stored.source?.name ?? stored.name ?? "");
  given.set(file, stored);
  return file;
}

/** The stored image of a file that came from `storedFiles`. */
export function storedImageOf(file: Blob): StoredImage | undefined {
  return given.get(file);
}
