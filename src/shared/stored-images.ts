/** Images that were prepared before, by the files that stand for them in a list. */
import type { StoredImage } from "./types.js";

/** As they were given: of any shape. */
const given = new WeakMap<Blob, StoredImage>();
/** What is known of them, once their bytes were read. */
export const restored = new WeakMap<Blob, Pick<StoredImage, "source" | "changes">>();

/** An empty file that stands for it in a list, until its bytes are read: what is wrong with them is said then. */
export function storedFile(image: StoredImage): File {
  const stored = Object(image) as StoredImage;
  const file = new File([], stored.source?.name ?? stored.name ?? "");
  given.set(file, stored);
  return file;
}

/** What a file stands for, if it came from `storedFile`. */
export function storedImageOf(file: Blob): StoredImage | undefined {
  return given.get(file);
}
